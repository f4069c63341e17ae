"""Makers of people, organisations and links; each says only what it is told."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from creaspace.foundation.people import services
from creaspace.foundation.people.models import Membership, OneTimeLink, Organisation, Person

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PASSWORD = "tile-by-tile-1987"
_numbers = count(1)


def make_person(name: str = "", **fields: Any) -> Person:
    return Person.objects.create_user(name or f"person-{next(_numbers)}", **fields)


def make_organisation(name: str = "", **fields: Any) -> Organisation:
    number = next(_numbers)
    slug = fields.pop("slug", f"organisation-{number}")
    return Organisation.objects.create(slug=slug, name=name or f"Organisation {number}", **fields)


def make_member(organisation: Organisation, name: str = "", **fields: Any) -> Person:
    person = make_person(name, **fields)
    Membership.objects.create(organisation=organisation, person=person)
    return person


def make_organiser(organisation: Organisation, name: str = "", **fields: Any) -> Person:
    person = make_person(name, **fields)
    role = Membership.Role.ORGANISER
    Membership.objects.create(organisation=organisation, person=person, role=role)
    return person


def make_invitation(by: Person, organisation: Organisation | None = None) -> OneTimeLink:
    return services.make_invitation(by=by, organisation=organisation, now=NOW)
