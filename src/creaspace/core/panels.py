"""Panels: how an upper room adds a section to the page of a room below it.

A room writes ``panels.py``::

    @panel("spaces.space", order=40, template="calls/panels/space.html")
    def proposals(request, space): return {"calls": …}   # or None: nothing to show

and the page below says ``{% panels "spaces.space" space %}``. A page with a jump list takes the
panels one by one with ``{% filled_panels "programmes.programme" programme as story %}``; a panel
that wants to stand in the list gives the `anchor` and `title` of its section.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise

Fill = Callable[[HttpRequest, Any], dict[str, Any] | None]


@dataclass(frozen=True)
class Panel:
    place: str
    order: int
    template: str
    fill: Fill
    anchor: str = ""
    title: str | Promise = ""


_PANELS: dict[str, list[Panel]] = {}


def panel(
    place: str, *, order: int, template: str, anchor: str = "", title: str | Promise = ""
) -> Callable[[Fill], Fill]:
    """Register a function that fills `template` on every page that opens `place`."""

    def register(fill: Fill) -> Fill:
        panels = _PANELS.setdefault(place, [])
        panels.append(Panel(place, order, template, fill, anchor, title))
        panels.sort(key=lambda each: (each.order, each.template))
        return fill

    return register


def panels_at(place: str) -> list[Panel]:
    return list(_PANELS.get(place, []))
