"""Who may see, invite and let in whom: as stranger, member, organiser and staff."""

import pytest
from django.utils import timezone
from pytest_django import Settings

from creaspace.core.subjects import Subject
from creaspace.core.viewer import STRANGER, Viewer
from creaspace.foundation.people import inviting, services
from creaspace.foundation.people.models import Membership, Organisation, Person
from creaspace.foundation.people.rules import (
    can_demonstrate,
    can_invite,
    can_let_in,
    can_manage_members,
    can_see_person,
)
from tests.foundation.people.factories import (
    NOW,
    make_member,
    make_organisation,
    make_organiser,
    make_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Organisation:
    return make_organisation("House")


def test_organiser_invites_to_their_own_organisation_only(house: Organisation) -> None:
    organiser, other = make_organiser(house), make_organisation()

    assert can_invite(organiser, house)
    assert can_invite(organiser)
    assert can_invite(organiser, other).reason == (
        "Only an organiser of this organisation may invite to it."
    )


def test_member_and_stranger_may_not_invite(house: Organisation) -> None:
    assert not can_invite(make_member(house), house)
    assert not can_invite(make_member(house))
    assert can_invite(STRANGER).reason == "Sign in to invite somebody."


def test_staff_may_invite_the_first_organiser(house: Organisation) -> None:
    assert can_invite(make_person(is_staff=True), house)


def test_former_organiser_may_not_invite(house: Organisation) -> None:
    former = make_organiser(house)
    Membership.objects.update(ended_at=timezone.now())

    assert not can_invite(former, house)


def test_room_above_lets_its_stewards_invite(monkeypatch: pytest.MonkeyPatch) -> None:
    steward, space = make_person(), Subject("spaces.space", "1")
    monkeypatch.setattr(inviting, "_GRANTS", [])

    @inviting.lets_invite
    def stewards(person: Person, subject: Subject | None) -> bool:
        return person == steward and subject == space

    assert can_invite(steward, subject=space)
    assert not can_invite(steward, subject=Subject("spaces.space", "2"))
    assert not can_invite(make_person(), subject=space)


def test_organiser_lets_members_in_but_neither_peers_nor_staff(house: Organisation) -> None:
    organiser = make_organiser(house)

    assert can_let_in(organiser, organiser)
    assert can_let_in(organiser, make_member(house))
    assert not can_let_in(organiser, make_organiser(house))
    assert not can_let_in(organiser, make_person(is_staff=True))
    assert not can_let_in(organiser, make_person())
    assert can_let_in(organiser, make_person(is_active=False)).reason == "This account is closed."


def test_member_lets_in_only_themselves(house: Organisation) -> None:
    member = make_member(house)

    assert can_let_in(member, member)
    assert not can_let_in(member, make_member(house))


def test_only_organisers_manage_members(house: Organisation) -> None:
    assert can_manage_members(make_organiser(house), house)
    assert can_manage_members(make_person(is_staff=True), house)
    assert not can_manage_members(make_member(house), house)
    assert not can_manage_members(STRANGER, house)


def test_person_is_seen_as_far_as_they_agreed(house: Organisation) -> None:
    person = make_member(house, name_native="Ana")
    organiser, stranger, member = make_organiser(house), STRANGER, make_person()
    elsewhere = make_organiser(make_organisation())

    def seen_by(*viewers: Viewer) -> list[bool]:
        rule = [bool(can_see_person(viewer, person)) for viewer in viewers]
        query = [Person.objects.visible_to(one).filter(pk=person.pk).exists() for one in viewers]
        assert rule == query
        return rule

    everybody = (stranger, member, elsewhere, organiser, person)
    assert seen_by(*everybody) == [False, False, False, True, True]

    services.give_consent(person=person, purpose="directory", by=person, now=NOW)
    assert seen_by(*everybody) == [True, True, True, True, True]

    services.withdraw_consent(person=person, purpose="directory", by=person, now=NOW)
    assert seen_by(*everybody) == [False, False, False, True, True]


def test_demonstration_needs_the_setting_and_localhost(settings: Settings) -> None:
    for wished, address, allowed in (
        (True, "http://localhost:8000", True),
        (True, "http://127.0.0.1:8000", True),
        (True, "http://localhost", True),
        (False, "http://localhost:8000", False),
        (True, "https://creaspace.example", False),
        (True, "http://localhost.example", False),
    ):
        settings.CREASPACE_DEMONSTRATION = wished
        settings.CREASPACE_PUBLIC_URL = address

        assert bool(can_demonstrate()) is allowed, address


def test_demonstration_organisation_is_seen_by_its_members_only() -> None:
    hidden = make_organisation(is_demonstration=True)
    member = make_member(hidden)

    assert hidden not in Organisation.objects.visible_to(STRANGER)
    assert hidden not in Organisation.objects.visible_to(make_person())
    assert hidden in Organisation.objects.visible_to(member)
