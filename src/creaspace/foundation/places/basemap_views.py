"""The host's street map, through our own address: tiles, or parts of one file of tiles."""

import re
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from creaspace.foundation.places.basemap import SourceLost, is_tile, tile

WEEK_SECONDS = 7 * 24 * 3600
LONGEST_PART = 4_000_000
PART = re.compile(r"bytes=(\d{1,15})-(\d{1,15})")


@require_safe
def street_tile(_request: HttpRequest, z: int, x: int, y: int) -> HttpResponse:
    basemap = settings.CREASPACE_BASEMAP
    if basemap is None or basemap.file or not is_tile(basemap, z, x, y):
        raise Http404
    try:
        found = tile(basemap, z, x, y)
    except SourceLost:
        headers = {"Retry-After": "30", "Cache-Control": "no-store"}
        sentence = "The street map cannot be reached now."
        return HttpResponse(sentence, "text/plain", status=503, headers=headers)
    if found is None:
        raise Http404
    response = HttpResponse(found.body, found.kind)
    response.headers["Cache-Control"] = f"public, max-age={WEEK_SECONDS}"
    return response


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """A part of the file, as a `Range` asks for it; never the whole, which may be gigabytes."""
    basemap = settings.CREASPACE_BASEMAP
    if basemap is None or not basemap.file:
        raise Http404
    size = basemap.file.stat().st_size
    asked = PART.fullmatch(request.headers.get("Range", ""))
    first, last = (int(asked[1]), min(int(asked[2]), size - 1)) if asked else (0, -1)
    if not 0 <= last - first < LONGEST_PART:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers = {
        "Content-Range": f"bytes {first}-{last}/{size}",
        "Accept-Ranges": "bytes",
        "ETag": _etag(basemap.file),
        "Cache-Control": "public, max-age=3600",
        "Content-Encoding": "identity",  # compressed, a part would not be the bytes asked for
    }
    part = _part(basemap.file, first, last)
    return HttpResponse(part, "application/octet-stream", 206, headers=headers)


def _part(file: Path, first: int, last: int) -> bytes:
    with file.open("rb") as opened:
        opened.seek(first)
        return opened.read(last - first + 1)


def _etag(file: Path) -> str:
    seen = file.stat()
    return f'"{seen.st_mtime_ns:x}-{seen.st_size:x}"'
