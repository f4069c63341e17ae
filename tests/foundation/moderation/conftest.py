"""An organisation to ask about, and people in each relation to it."""

from collections.abc import Callable
from typing import Any

import pytest

from creaspace.core.viewer import STRANGER
from creaspace.foundation.moderation import relations, remedies, services
from creaspace.foundation.moderation.models import Request
from creaspace.foundation.people.models import Membership, Organisation, Person

AskAbout = Callable[..., Request]


@pytest.fixture
def organisation(db: None) -> Organisation:
    return Organisation.objects.create(slug="econcult", name="ECONCULT")


@pytest.fixture
def member(organisation: Organisation) -> Person:
    person = Person.objects.create_user("member")
    Membership.objects.create(organisation=organisation, person=person)
    return person


@pytest.fixture
def organiser(organisation: Organisation) -> Person:
    person = Person.objects.create_user("organiser", name_native="Olga Example")
    Membership.objects.create(
        organisation=organisation, person=person, role=Membership.Role.ORGANISER
    )
    return person


@pytest.fixture
def host(db: None) -> Person:
    return Person.objects.create_user("host", is_staff=True)


@pytest.fixture
def ask(organisation: Organisation) -> AskAbout:
    """A stranger's request about the organisation; facts may differ."""

    def asked(**facts: Any) -> Request:
        said: dict[str, Any] = {
            "about": organisation,
            "kind": Request.Kind.CORRECT,
            "words": "The name has changed.",
            "by": STRANGER,
        }
        return services.ask(**{**said, **facts})

    return asked


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """What rooms were asked to do, as (what, key, reason); organisations can be hidden here."""
    acts: list[tuple[str, str, str]] = []

    def remedy(what: str) -> remedies.Remedy:
        def do(*, key: str, by: Any, reason: str) -> None:
            acts.append((what, key, reason))

        return do

    known = {("people.organisation", what): remedy(what) for what in ("hide", "unhide", "remove")}
    monkeypatch.setattr(remedies, "_REMEDIES", known)
    return acts


@pytest.fixture
def own_relations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Relations registered in a test end with it."""
    monkeypatch.setattr(relations, "_RELATIONS", {})
