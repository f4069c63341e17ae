"""`python -m creaspace.foundation.files.decode PICTURE [FOLDER]`: read a stranger's picture.

It runs in a process of its own that gives up rights before it looks at a single byte: so much
memory, so many seconds, no network, no further process. It prints one line of JSON; with a folder
it also leaves the smaller pictures there. It imports no Django.
"""

import contextlib
import ctypes
import json
import sys
from pathlib import Path
from typing import Any

from creaspace.foundation.files import pictures

try:
    import resource
except ImportError:  # Windows has no such limits; the time-out of the caller holds there too
    resource = None  # type: ignore[assignment]  # a platform without the module

MEMORY_BYTES = 1_500_000_000  # address space; 80 million pixels in three colours take 240 MB
CPU_SECONDS = 20
WRITTEN_BYTES = 64_000_000
FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "ctypes.",
)
NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000  # CLONE_NEWUSER | CLONE_NEWNET


def give_up_rights() -> None:
    """Limit this process for good; what the system cannot limit is refused by Python itself."""
    _leave_the_network()
    if resource is not None:
        _limit(resource.RLIMIT_AS, MEMORY_BYTES)
        _limit(resource.RLIMIT_CPU, CPU_SECONDS)
        _limit(resource.RLIMIT_FSIZE, WRITTEN_BYTES)
        _limit(resource.RLIMIT_CORE, 0)
    sys.addaudithook(_refuse)


def _limit(what: int, most: int) -> None:
    with contextlib.suppress(ValueError, OSError):  # already lower, by the host's own rule
        resource.setrlimit(what, (most, most))


def _leave_the_network() -> None:
    """On Linux, move into a network of one's own with nobody in it, where the host allows it."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(NEW_USER_AND_NETWORK)


def _refuse(event: str, _arguments: Any) -> None:
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"A decoder may not do {event}.")


def report(source: Path, folder: Path | None) -> dict[str, Any]:
    """What the picture is, and which smaller ones now lie in the folder."""
    try:
        media_type, picture = pictures.opened(source.read_bytes())
        made = [] if folder is None else [_left(each, folder) for each in pictures.smaller(picture)]
    except pictures.Unfit as unfit:
        return {"reason": unfit.reason, "facts": unfit.facts}
    except MemoryError:
        return {"reason": "too_much", "facts": {}}
    return {
        "media_type": media_type,
        "width": picture.width,
        "height": picture.height,
        "made": made,
    }


def _left(made: pictures.Made, folder: Path) -> dict[str, Any]:
    name = f"{made.recipe.kind}.{made.recipe.format}"
    (folder / name).write_bytes(made.content)
    return {
        "kind": made.recipe.kind,
        "format": made.recipe.format,
        "width": made.width,
        "height": made.height,
        "name": name,
    }


def main(arguments: list[str]) -> int:
    from PIL import Image  # noqa: PLC0415 -- plugins open files and libraries: before the limits

    Image.init()
    give_up_rights()
    source = Path(arguments[0])
    folder = Path(arguments[1]) if len(arguments) > 1 else None
    sys.stdout.write(json.dumps(report(source, folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
