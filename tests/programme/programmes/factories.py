"""Makers of programmes, sessions, spaces and who took part; each says only what it is told."""

from itertools import count
from typing import Any

from django.urls import reverse
from django.utils import timezone, translation

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import System
from creaspace.foundation.people.models import Organisation, Person
from creaspace.foundation.places.models import Country
from creaspace.foundation.statements.models import Source
from creaspace.foundation.statements.services import (
    Saying,
    add_source,
    open_batch,
    record_statements,
)
from creaspace.foundation.vocabularies.models import Concept, Scheme
from creaspace.programme.programmes.models import Participation, Programme, Session
from creaspace.programme.programmes.services import (
    keep_programme,
    keep_session,
    set_schedule_versions,
)

BY = System("tests")
LANGUAGES = ["en", "es", "zh-hans"]
_numbers = count(1)


def number() -> int:
    return next(_numbers)


def address(name: str, *args: str, language: str = "en") -> str:
    with translation.override(language):
        return reverse(name, args=args)


def make_member() -> Person:
    return Person.objects.create_user(f"member-{number()}")


def make_concept(scheme: str, notation: str, **labels: str) -> Concept:
    """The concept of a scheme; both are made when they are not there."""
    kept, _made = Scheme.objects.get_or_create(slug=scheme, defaults={"version": "1"})
    concept, _made = Concept.objects.get_or_create(
        scheme=kept, notation=notation, defaults={"labels": labels or {"en": notation}}
    )
    return concept


def make_country(code: str) -> Country:
    country, _made = Country.objects.get_or_create(code=code, defaults={"alpha3": f"{code}X"})
    return country


def make_source(slug: str = "report", **values: Any) -> Source:
    given = {"kind": "programme", "title": f"The {slug}", "address": f"https://example.org/{slug}"}
    return add_source(slug=slug, **{**given, **values})


def say(about: Any, **values: Any) -> None:
    """Record statements about a record, all from one source."""
    source = make_source()
    batch = open_batch(slug="tests", label="Tests", by=BY)
    sayings = [Saying(field, value, source) for field, value in values.items()]
    record_statements(about=about, sayings=sayings, batch=batch, by=BY)


def make_space(slug: str = "", *, country: str = "", **values: Any) -> Space:
    slug = slug or f"space-{number()}"
    given = {
        "name": slug.replace("-", " ").title(),
        "country": make_country(country) if country else None,
        "published_at": timezone.now(),
    }
    return Space.objects.create(slug=slug, **{**given, **values})


def make_organisation(slug: str = "", **values: Any) -> Organisation:
    slug = slug or f"organisation-{number()}"
    return Organisation.objects.create(slug=slug, **{"name": slug.title(), **values})


def make_programme(slug: str = "", **values: Any) -> Programme:
    slug = slug or f"programme-{number()}"
    return keep_programme(slug=slug, by=BY, **{"name": "Example programme", **values})


def make_session(slug: str = "", *, dates: Any = (), **values: Any) -> Session:
    """A session; `dates` are its schedule versions, the first plan first."""
    programme = values.pop("programme", None) or make_programme()
    session = keep_session(
        slug=slug or f"session-{number()}",
        programme=programme,
        by=BY,
        **{"city_name": "Valencia", **values},
    )
    set_schedule_versions(schedule=session.schedule, versions=list(dates), by=BY)
    return session


def make_participation(
    programme: Programme, space: Space, role: str = "selected-participant", **values: Any
) -> Participation:
    concept = make_concept("programme-roles", role)
    return Participation.objects.create(programme=programme, space=space, role=concept, **values)
