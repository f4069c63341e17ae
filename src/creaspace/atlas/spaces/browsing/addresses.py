"""What was asked of the atlas, written back as the end of an address: always in one order."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.morton import Box

SAFE = ",/:"
ANY = "slug-of-a-space"  # stands for every space in an address


def address_pattern(name: str) -> str:
    """The address of a page of any space, with `{slug}` in it: asked once for many spaces."""
    return reverse(name, args=[ANY]).replace(ANY, "{slug}")


def question_text(query: AtlasQuery, **changes: Any) -> str:
    """`q=kunming&country=CN&page=2`, with some parts of the question changed first."""
    return urlencode(_pairs(replace(query, **changes)), safe=SAFE)


def filters_text(query: AtlasQuery) -> str:
    """Without order, page and view: two questions for the same spaces have the same text."""
    return urlencode(sorted(_pairs(replace(query, sort="relevance", page=1, view=""))), safe=SAFE)


def box_text(box: Box) -> str:
    return ",".join(_number(side) for side in (box.west, box.south, box.east, box.north))


def _pairs(query: AtlasQuery) -> list[tuple[str, str]]:
    chosen = [(name, value) for name, values in query.chosen.items() for value in values]
    told = {
        "box": box_text(query.box) if query.box else "",
        "near": ",".join(_number(part) for part in query.near) if query.near else "",
        "within": _number(query.within_km) if query.within_km else "",
        "sort": query.sort if query.sort != "relevance" else "",
        "page": str(query.page) if query.page > 1 else "",
        "view": query.view,
    }
    pairs = [("q", query.words), *chosen, *told.items()]
    return [(name, value) for name, value in pairs if value]


def _number(value: float) -> str:
    """Six places behind the point, a tenth of a metre, and no zeros at the end."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
