"""Drawn parts: identity tiles, marks of place, tiles that count, the mosaic, timelines."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from creaspace.core.languages import reader_language
from creaspace.core.mosaic import Mosaic
from creaspace.core.partial_dates import PartialDate
from creaspace.core.tiles import VIEW_BOX, Shape, tile_of
from creaspace.core.timeline import Event, draw_timeline
from creaspace.core.units import units_of

register = template.Library()

# How exact a position is: its words, and its sign on a field of 12.
POSITIONS: dict[str, tuple[str | Promise, str]] = {
    "building": (gettext_lazy("building"), '<path class="pm-fill" d="M1 1h10v10H1z"/>'),
    "district": (
        gettext_lazy("district"),
        '<path class="pm-line" d="M1 1h10v10H1z"/><path class="pm-fill" d="M4 4h4v4H4z"/>',
    ),
    "city": (
        gettext_lazy("city only"),
        '<path class="pm-line pm-dash" d="M1 1h10v10H1z"/><path class="pm-fill" d="M5 5h2v2H5z"/>',
    ),
    "moves": (
        gettext_lazy("moves"),
        '<path class="pm-line" d="M1 1h10v10H1zM1 6l5-5M1 11 11 1M6 11l5-5"/>',
    ),
}


@register.simple_tag
def tile(seed: Any, size: int = 176, label: str = "") -> SafeString:
    """The blue and white tile of a name or identifier; decorative, the name stands beside it."""
    shapes = mark_safe("".join(map(_tile_shape, tile_of(str(seed)))))  # noqa: S308 -- drawn below
    told = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"')
    )
    return format_html(
        '<svg class="tile" width="{0}" height="{0}" viewBox="{1}" {2}>{3}</svg>',
        int(size),
        VIEW_BOX,
        told,
        shapes,
    )


@lru_cache(maxsize=1_024)  # there are fewer: every brush in every ink
def _tile_shape(shape: Shape) -> SafeString:
    return format_html('<path class="tile-{}" d="{}"/>', *shape)


@register.simple_tag
def position_mark(kind: str, words: bool = True) -> SafeString:
    """How exact a place is, as a sign and in words; an unknown kind shows its own word."""
    return _position_mark(kind, words, reader_language())


@lru_cache(maxsize=256)
def _position_mark(kind: str, words: bool, _language: str) -> SafeString:
    label, sign = POSITIONS.get(kind, (kind, ""))
    told = format_html("<span>{}</span>" if words else '<span class="vh">{}</span>', label)
    drawing = format_html(
        '<svg class="pm-sign" viewBox="0 0 12 12" aria-hidden="true">{}</svg>',
        mark_safe(sign),  # noqa: S308 -- one of the constants above
    )
    return format_html('<span class="pm">{}{}</span>', drawing, told)


@register.simple_tag
def unit_tiles(count: int | None, unit: str = "", most: int = 100) -> SafeString:
    """One tile for each unit, in words too; beyond `most`, a tile stands for a round number."""
    if not count or count < 0:
        return mark_safe("")
    drawn = units_of(int(count), int(most))
    number = number_format(int(count) if count == int(count) else count, force_grouping=True)
    scale = ""
    if drawn.step > 1:
        step = f"{number_format(drawn.step, force_grouping=True)}\u00a0{unit}".strip()
        scale = _("One tile is %(step)s.") % {"step": step}
    words = ngettext("%(n)s tile", "%(n)s tiles", drawn.tiles) % {"n": drawn.tiles}
    return format_html(
        '<span class="units"><svg width="{}" height="{}" viewBox="0 0 {} {}" role="img"'
        ' aria-label="{}"><path class="unit" d="{}"/></svg>{}</span>',
        drawn.width,
        drawn.height,
        drawn.width,
        drawn.height,
        f"{number} {unit}".strip() if drawn.step == 1 else f"{number} {unit}: {words}. {scale}",
        drawn.path,
        format_html('<small class="muted">{}</small>', scale) if scale else "",
    )


@register.inclusion_tag("core/mosaic.html")
def mosaic(picture: Mosaic) -> dict[str, Any]:
    """Land without borders, pins and arcs; the caller's list says the same in words."""
    return {"mosaic": picture, "clickable": any(pin.url for pin in picture.pins)}


@register.inclusion_tag("core/timeline.html")
def timeline(events: Iterable[Event], read_until: str | PartialDate = "") -> dict[str, Any]:
    """A history of partial dates, drawn where there is room and listed everywhere."""
    listed = list(events)
    until = PartialDate.parse(read_until) if isinstance(read_until, str) and read_until else None
    known = read_until if isinstance(read_until, PartialDate) else until
    return {"events": listed, "chart": draw_timeline(listed, known, reader_language())}
