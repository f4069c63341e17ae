"""Makers of calls; programmes, spaces and members come from the room below."""

from typing import Any

from creaspace.programme.calls.models import Call
from creaspace.programme.calls.services import keep_call
from tests.programme.programmes.factories import BY, make_programme, number


def make_call(slug: str = "", **values: Any) -> Call:
    """A programme's call for spaces unless told otherwise."""
    programme = values.pop("programme", None) or make_programme()
    given = {"name": "Example call", "level": "programme"}
    slug = slug or f"call-{number()}"
    return keep_call(slug=slug, programme=programme, by=BY, **{**given, **values})
