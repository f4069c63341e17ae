"""A wall of one space's tile: the tile repeated as azulejos are laid."""

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from creaspace.core.tiles import tile_of

register = template.Library()
SIDE = 16  # a tile's own width, from -8 to 8


@register.simple_tag
def tile_wall(seed: Any, across: int = 6, down: int = 2) -> SafeString:
    """Decorative; the name stands beside it. The shapes are written once and used again."""
    name = f"wall-{seed}"
    shapes = format_html_join("", '<path class="tile-{}" d="{}"/>', tile_of(str(seed)))
    places = [
        (name, SIDE * column, SIDE * row)
        for row in range(down)
        for column in range(across)
        if row or column
    ]
    copies = format_html_join("", '<use href="#{}" x="{}" y="{}"/>', places)
    return format_html(
        '<svg class="tile tile-wall" viewBox="-8 -8 {} {}"'
        ' preserveAspectRatio="xMinYMin slice" aria-hidden="true">'
        '<g id="{}">{}</g>{}</svg>',
        SIDE * across,
        SIDE * down,
        name,
        shapes,
        copies,
    )
