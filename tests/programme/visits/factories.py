"""Makers of records for tests of visits, workshops and outputs; each says only what it is told."""

from itertools import count
from typing import Any

from django.utils import timezone

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import System
from creaspace.foundation.people.models import Organisation, Person
from creaspace.foundation.places.models import City, Country
from creaspace.foundation.statements.models import Source
from creaspace.foundation.statements.services import add_source
from creaspace.foundation.vocabularies.models import Concept, Scheme
from creaspace.programme.programmes.models import Participation, Programme, Session
from creaspace.programme.programmes.services import (
    keep_programme,
    keep_session,
    set_schedule_versions,
)
from creaspace.programme.visits.models import Visit
from creaspace.programme.visits.services import keep_visit

BY = System("tests")
LANGUAGES = ["en", "es", "zh-hans"]
_numbers = count(1)


def make_member(name: str = "") -> Person:
    return Person.objects.create_user(name or f"member-{next(_numbers)}")


def make_concept(scheme: str, notation: str, **labels: str) -> Concept:
    """The concept of a scheme; both are made when they are not there."""
    kept, _made = Scheme.objects.get_or_create(slug=scheme, defaults={"version": "1"})
    concept, _made = Concept.objects.get_or_create(
        scheme=kept, notation=notation, defaults={"labels": labels or {"en": notation}}
    )
    return concept


def make_country(code: str) -> Country:
    number = next(_numbers)
    given = {"alpha3": f"X{number % 100:02}", "numeric": f"{number:03}"}
    country, _made = Country.objects.get_or_create(code=code, defaults=given)
    return country


def make_city(name: str, country: str, *, time_zone: str) -> City:
    return City.objects.create(
        slug=name.lower(),
        name=name,
        country=make_country(country),
        latitude=39.47,
        longitude=-0.38,
        population=800_000,
        time_zone=time_zone,
        geonames_id=next(_numbers),
    )


def make_source(slug: str = "report", **values: Any) -> Source:
    given = {"kind": "programme", "title": f"The {slug}", "address": f"https://example.org/{slug}"}
    return add_source(slug=slug, **{**given, **values})


def make_space(slug: str = "", **values: Any) -> Space:
    number = next(_numbers)
    given = {
        "slug": slug or f"space-{number}",
        "name": f"Space {number}",
        "published_at": timezone.now(),
    }
    return Space.objects.create(**{**given, **values})


def make_programme(slug: str = "", **values: Any) -> Programme:
    slug = slug or f"programme-{next(_numbers)}"
    return keep_programme(slug=slug, by=BY, **{"name": "Example programme", **values})


def make_session(slug: str = "", *, dates: Any = (), **values: Any) -> Session:
    """A session; `dates` are its schedule versions, the first plan first."""
    values.setdefault("programme", None)
    programme = values.pop("programme") or make_programme()
    slug = slug or f"session-{next(_numbers)}"
    session = keep_session(
        slug=slug, programme=programme, by=BY, **{"city_name": "Valencia", **values}
    )
    set_schedule_versions(schedule=session.schedule, versions=list(dates), by=BY)
    return session


def make_visit(slug: str = "", *, session: Session | None = None, **values: Any) -> Visit:
    slug = slug or f"visit-{next(_numbers)}"
    return keep_visit(slug=slug, session=session or make_session(), by=BY, **values)


def make_organisation(slug: str = "host", **values: Any) -> Organisation:
    return Organisation.objects.create(slug=slug, **{"name": "Example host", **values})


def make_guest(session: Session, space: Space, **values: Any) -> Participation:
    role = make_concept("programme-roles", "selected-participant", en="Selected participant")
    return Participation.objects.create(
        programme=session.programme, space=space, role=role, session=session, **values
    )
