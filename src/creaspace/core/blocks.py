"""Blocks: what a long text or an edition may embed from any room (scenes, figures, statements).

A room writes ``blocks.py`` and registers a kind; the text only holds the kind and a reference.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

Render = Callable[[HttpRequest, str], SafeString | None]

_BLOCKS: dict[str, Render] = {}


def block(kind: str) -> Callable[[Render], Render]:
    """Register how one kind of block is shown; two rooms may not claim the same kind."""

    def register(render: Render) -> Render:
        if _BLOCKS.get(kind, render) is not render:
            message = f"The block kind {kind!r} is already registered. Choose another name."
            raise ValueError(message)
        _BLOCKS[kind] = render
        return render

    return register


def block_kinds() -> list[str]:
    return sorted(_BLOCKS)


def render_block(request: HttpRequest, kind: str, reference: str) -> SafeString:
    """The block as HTML; a missing one says so where it would have stood."""
    render = _BLOCKS.get(kind)
    shown = render(request, reference) if render else None
    if shown is not None:
        return shown
    message = _("What stood here can no longer be shown (%(kind)s %(reference)s).")
    return format_html('<p class="note">{}</p>', message % {"kind": kind, "reference": reference})
