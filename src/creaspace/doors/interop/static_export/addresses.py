"""Where each address of the site stands in the export. Pure."""

import posixpath
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True)
class Address:
    """An address of the site, taken apart."""

    path: str
    query: str
    fragment: str

    @classmethod
    def of(cls, address: str, base: str) -> "Address":
        """Also of one that is relative to the page at `base`."""
        parts = urlsplit(address)
        path = parts.path or base
        if not path.startswith("/"):
            path = posixpath.normpath(posixpath.join(base, path)) + ("/" * path.endswith("/"))
        return cls(unquote(path), parts.query, parts.fragment)

    @property
    def is_file(self) -> bool:
        """Whether its last part names a file: a calendar, a picture, a style sheet."""
        return "." in posixpath.basename(self.path)


@cache
def file_of(path: str) -> str:
    """The file of a page or asset: `/en/spaces/` is `en/spaces/index.html`."""
    inner = path.lstrip("/")
    return f"{inner}index.html" if not inner or inner.endswith("/") else inner


@cache
def relative(target: str, page: str, fragment: str = "") -> str:
    """From one file of the export to another."""
    steps, here = target.split("/"), page.split("/")[:-1]
    shared = 0
    while shared < min(len(steps) - 1, len(here)) and steps[shared] == here[shared]:
        shared += 1
    way = "/".join([".."] * (len(here) - shared) + steps[shared:])
    return f"{way}#{fragment}" if fragment else way
