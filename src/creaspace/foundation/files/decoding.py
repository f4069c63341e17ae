"""Having a picture read by the limited process, and understanding how that went."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from creaspace.foundation.files.pictures import Unfit

SECONDS = 30  # by the clock; the process also has a limit of its own on computing time
MODULE = "creaspace.foundation.files.decode"


@dataclass(frozen=True)
class Smaller:
    """A smaller picture as it came back."""

    kind: str
    format: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True)
class Decoded:
    """What a picture turned out to be."""

    media_type: str
    width: int
    height: int
    smaller: tuple[Smaller, ...] = ()


def decode(content: bytes, *, with_smaller: bool = False) -> Decoded:
    """Read a picture in a limited process; raise `Unfit` with the reason if it is not fit."""
    with TemporaryDirectory(prefix="creaspace-") as name:
        folder = Path(name)
        source = folder / "source"
        source.write_bytes(content)
        said = _run([str(source), *([str(folder)] if with_smaller else [])])
        if "reason" in said:
            raise Unfit(said["reason"], **said["facts"])
        smaller = tuple(_read(folder, each) for each in said["made"])
    return Decoded(said["media_type"], said["width"], said["height"], smaller)


def _run(arguments: list[str]) -> dict[str, Any]:
    command = [sys.executable, "-s", "-P", "-m", MODULE, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 -- our own module, with a path we made
            command, capture_output=True, timeout=SECONDS, check=False, env=_environment()
        )
    except subprocess.TimeoutExpired:
        raise Unfit("too_long") from None
    if done.returncode:
        raise Unfit(_why(done.returncode))
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def _environment() -> dict[str, str]:
    """Where modules are found, and nothing else: the host's secrets stay here."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _why(status: int) -> str:
    """A process that was ended says nothing; the signal that ended it does."""
    ended_by = -status
    if ended_by in {getattr(signal, "SIGXCPU", None), getattr(signal, "SIGKILL", None)}:
        return "too_long"
    return "too_much"


def _read(folder: Path, made: dict[str, Any]) -> Smaller:
    return Smaller(
        kind=made["kind"],
        format=made["format"],
        width=made["width"],
        height=made["height"],
        content=(folder / made["name"]).read_bytes(),
    )
