"""Suggestions below a field of words: what rooms offer, answered as a part of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise

FRESH_SECONDS = 60
Pieces = Sequence[tuple[str, bool]]  # letters, and whether they were typed


@dataclass(frozen=True)
class Suggestion:
    """One way on: a name, perhaps a second one, and a line that tells it apart from its like."""

    address: str
    name: Pieces
    language: str = ""
    also: Pieces = ()
    also_language: str = ""
    note: str = ""
    seed: str = ""  # of its tile; else the sign of the group stands there


@dataclass(frozen=True)
class Suggestions:
    """What one room offers."""

    title: str | Promise
    icon: str
    offered: Sequence[Suggestion]


def answer(request: HttpRequest, groups: Sequence[Suggestions]) -> HttpResponse:
    """The same for everybody, so that browsers and proxies may keep it for a minute."""
    shown = [group for group in groups if group.offered]
    context = {"groups": shown, "count": sum(len(group.offered) for group in shown)}
    response = render(request, "core/suggestions.html", context)
    response.headers["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def wait(seconds: int) -> HttpResponse:
    """Nothing for now, to one who asks for too many; the field goes on working without."""
    response = HttpResponse(status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
