"""Style sheets, fonts and pictures that the pages need, found where the server finds them."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

IN_STYLES = re.compile(r"""url\(\s*["']?([^"')]+?)["']?\s*\)""")


class MissingAsset(Exception):
    """A page names a static file that is nowhere."""


def static_name(address: str) -> str | None:
    """`core/css/base.css` for its address, None for an address that is no static file."""
    prefix = settings.STATIC_URL
    return address.removeprefix(prefix) if address.startswith(prefix) else None


def read_static(name: str) -> bytes:
    """The bytes of a static file, as collected or, in a checkout, as written."""
    collected = Path(settings.STATIC_ROOT) / name
    if collected.is_file():
        return collected.read_bytes()
    found = finders.find(name)
    if not isinstance(found, str):
        raise MissingAsset(name)
    return Path(found).read_bytes()


def with_what_styles_need(names: set[str]) -> dict[str, bytes]:
    """The files of these names, and of all that style sheets among them ask for."""
    files: dict[str, bytes] = {}
    waiting = sorted(names)
    while waiting:
        name = waiting.pop()
        if name in files:
            continue
        files[name] = read_static(name)
        if name.endswith(".css"):
            files[name] = re.sub(rb"\n?/\*# sourceMappingURL=.*?\*/", b"", files[name])
            waiting += _asked_for(name, files[name].decode())
    return files


def _asked_for(name: str, style: str) -> Iterator[str]:
    for address in IN_STYLES.findall(style):
        if not address.startswith(("data:", "#", "http:", "https:", "//")):
            path = address.partition("#")[0].partition("?")[0]
            yield posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
