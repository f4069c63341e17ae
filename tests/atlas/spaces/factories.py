"""Makers of spaces, their stewards and what is said of them."""

from itertools import count
from typing import Any

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.services import appoint_steward, keep_space
from creaspace.core.viewer import System
from creaspace.foundation.people.models import Person
from creaspace.foundation.places.models import Country
from creaspace.foundation.statements.models import Source
from creaspace.foundation.statements.services import (
    Saying,
    add_source,
    open_batch,
    record_statements,
)
from creaspace.foundation.vocabularies.models import Concept, Scheme

BY = System("tests")
_numbers = count(1)


def make_space(slug: str = "", **values: Any) -> Space:
    slug = slug or f"space-{next(_numbers)}"
    return keep_space(slug=slug, by=BY, **{"name": slug.replace("-", " ").title(), **values})


def make_member() -> Person:
    return Person.objects.create_user(f"member-{next(_numbers)}")


def make_steward(space: Space) -> Person:
    person = make_member()
    appoint_steward(space=space, person=person, by=BY)
    return person


def make_country(code: str) -> Country:
    country, _made = Country.objects.get_or_create(code=code, defaults={"alpha3": f"{code}X"})
    return country


def make_concept(scheme: str, notation: str, **labels: str) -> Concept:
    home, _made = Scheme.objects.get_or_create(slug=scheme, defaults={"version": "1"})
    concept, _made = Concept.objects.get_or_create(
        scheme=home, notation=notation, defaults={"labels": labels or {"en": notation}}
    )
    return concept


def make_source(slug: str = "report", **values: Any) -> Source:
    given = {"kind": "press", "title": f"The {slug}", "address": f"https://example.org/{slug}"}
    return add_source(slug=slug, **{**given, **values})


def say(
    space: Space, *, batch: str = "tests", source: Source | None = None, **values: Any
) -> Space:
    """Bring what one batch says of a space to exactly this, and read its columns anew."""
    told_by = source or make_source()
    sayings = [Saying(field, value, told_by) for field, value in values.items()]
    kept = open_batch(slug=batch, label=batch, by=BY)
    record_statements(about=space, sayings=sayings, batch=kept, by=BY)
    space.refresh_from_db()
    return space
