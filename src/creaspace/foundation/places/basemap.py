"""Tiles of the host's street map, fetched from where the settings say and kept for a while.

Only the configured address is ever asked, and no redirect is followed: what a reader sends is three
numbers. Few fetches run at once, and a source that failed is left alone for half a minute, so that
a slow tile server cannot hold up the pages.
"""

import gzip
import hashlib
import logging
import zlib
from http.client import HTTPException
from io import BytesIO
from threading import BoundedSemaphore
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.cache import caches

from creaspace import __version__
from creaspace.configuration import BaseMap

PATIENCE_SECONDS = 4.0
REST_SECONDS = 30
ABSENT_SECONDS = 3600
MOST_BYTES = 1_000_000
FETCHES_AT_ONCE = 3  # one less than the threads of a server, so that pages are always answered
KINDS = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"RIFF": "image/webp",
}
VECTOR = "application/vnd.mapbox-vector-tile"

log = logging.getLogger(__name__)
_slots = BoundedSemaphore(FETCHES_AT_ONCE)


class Tile(NamedTuple):
    kind: str
    body: bytes


class SourceLost(Exception):
    """The street map's source did not answer, answered nonsense, or is being left alone."""


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_given: object) -> None:
        """Refuse: the host named one address, and another may lead anywhere."""


_opener = build_opener(_NoRedirects)


def is_tile(basemap: BaseMap, z: int, x: int, y: int) -> bool:
    return z <= basemap.deepest and x < 2**z and y < 2**z


def tile(basemap: BaseMap, z: int, x: int, y: int) -> Tile | None:
    """One tile, kept or fetched; None where the source has none. Raises `SourceLost`."""
    kept, key = caches["basemap"], _key(basemap, f"{z}/{x}/{y}")
    found = kept.get(key)
    if found is None:
        found = _fetched_or_lost(basemap, z, x, y)
        kept.set(key, found, **({} if found else {"timeout": ABSENT_SECONDS}))
    return Tile(*found) if found else None


def _key(basemap: BaseMap, name: str) -> str:
    """Another source has other tiles; its address may hold a secret, so only its digest is kept."""
    return f"{hashlib.sha256(basemap.address.encode()).hexdigest()[:16]}/{name}"


def _fetched_or_lost(basemap: BaseMap, z: int, x: int, y: int) -> tuple[str, bytes] | tuple[()]:
    kept, rest = caches["basemap"], _key(basemap, "rest")
    if kept.get(rest):
        raise SourceLost("It is left alone after a failure.")
    if not _slots.acquire(blocking=False):
        raise SourceLost("Enough fetches are running.")
    try:
        return _fetched(basemap, z, x, y)
    except (OSError, EOFError, HTTPException, SourceLost, zlib.error) as failure:
        kept.set(rest, True, REST_SECONDS)
        log.warning("The street map's source failed: %s", type(failure).__name__)
        raise SourceLost("It did not answer with a tile.") from failure
    finally:
        _slots.release()


def _fetched(basemap: BaseMap, z: int, x: int, y: int) -> tuple[str, bytes] | tuple[()]:
    address = basemap.address
    for name, number in (("{z}", z), ("{x}", x), ("{y}", y)):
        address = address.replace(name, str(number))
    headers = {"User-Agent": f"Creaspace/{__version__} (+{settings.CREASPACE_PUBLIC_URL})"}
    try:
        with _opener.open(Request(address, headers=headers), timeout=PATIENCE_SECONDS) as answer:  # noqa: S310 -- http or https, as the settings were checked
            body = answer.read(MOST_BYTES + 1)
    except HTTPError as refusal:
        if refusal.code in {404, 410}:
            return ()
        raise
    return _known(basemap, _plain(body)) if body else ()


def _plain(body: bytes) -> bytes:
    """Vector tiles are often stored compressed; nothing is taken that would not fit either way."""
    if body.startswith(b"\x1f\x8b"):
        with gzip.GzipFile(fileobj=BytesIO(body)) as packed:
            body = packed.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise SourceLost("A tile is too large.")
    return body


def _known(basemap: BaseMap, body: bytes) -> tuple[str, bytes]:
    """The tile with the kind its first bytes tell, whatever the source calls it."""
    if basemap.is_vector:
        return VECTOR, body
    for begin, kind in KINDS.items():
        if body.startswith(begin):
            return kind, body
    raise SourceLost("What came is no picture.")
