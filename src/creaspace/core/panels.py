"""Panels: how an upper room adds a section to the page of a room below it.

A room writes ``panels.py``::

    @panel("spaces.space", order=40, template="calls/panels/space.html")
    def proposals(request, space): return {"calls": …}   # or None: nothing to show

and the page below says ``{% panels "spaces.space" space %}``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

Fill = Callable[[HttpRequest, Any], dict[str, Any] | None]


@dataclass(frozen=True)
class Panel:
    place: str
    order: int
    template: str
    fill: Fill


_PANELS: dict[str, list[Panel]] = {}


def panel(place: str, *, order: int, template: str) -> Callable[[Fill], Fill]:
    """Register a function that fills `template` on every page that opens `place`."""

    def register(fill: Fill) -> Fill:
        panels = _PANELS.setdefault(place, [])
        panels.append(Panel(place, order, template, fill))
        panels.sort(key=lambda each: (each.order, each.template))
        return fill

    return register


def panels_at(place: str) -> list[Panel]:
    return list(_PANELS.get(place, []))
