"""Who sees which space, asked of the queryset, the rule and the page alike."""

import pytest
from django.test import Client
from django.utils import timezone

from creaspace.atlas.spaces.models import Space, Stewardship
from creaspace.atlas.spaces.rules import can_keep
from creaspace.atlas.spaces.services import appoint_steward, hide_space, show_space_again
from creaspace.core.subjects import subject_of
from creaspace.core.viewer import STRANGER, Viewer
from creaspace.foundation.moderation.rules import can_moderate
from creaspace.foundation.people.models import Membership, Organisation, Person
from creaspace.foundation.records.models import Act
from creaspace.foundation.statements.models import Statement
from tests.atlas.spaces.factories import BY, make_member, make_space, make_steward, say

pytestmark = pytest.mark.django_db


def sees(viewer: Viewer, space: Space) -> bool:
    return Space.objects.visible_to(viewer).filter(pk=space.pk).exists()


def status(space: Space, person: object = None) -> int:
    client = Client()
    if person:
        client.force_login(person)
    return client.get(f"/en/spaces/{space.slug}/").status_code


def test_everybody_sees_a_published_space() -> None:
    space = make_space()

    assert [sees(viewer, space) for viewer in (STRANGER, make_member(), make_steward(space))] == [
        True,
        True,
        True,
    ]
    assert status(space) == 200


def test_only_stewards_see_a_draft() -> None:
    space = make_space(published_at=None)
    member, steward = make_member(), make_steward(space)

    assert [sees(viewer, space) for viewer in (STRANGER, member, steward)] == [False, False, True]
    assert [status(space), status(space, member), status(space, steward)] == [404, 404, 200]


def test_hidden_space_shows_to_its_stewards_until_it_shows_again() -> None:
    space = make_space()
    member, steward = make_member(), make_steward(space)

    hide_space(space=space, because="The space asked for it.", by=BY)

    assert [status(space), status(space, member), status(space, steward)] == [404, 404, 200]
    show_space_again(space=space, by=BY)
    assert status(space) == 200
    verbs = list(Act.objects.filter(verb__contains="space").values_list("verb", flat=True))
    assert verbs[:2] == ["show_space_again", "hide_space"]


def make_organiser() -> Person:
    person = make_member()
    organisation = Organisation.objects.create(slug="econcult", name="ECONCULT")
    Membership.objects.create(
        organisation=organisation, person=person, role=Membership.Role.ORGANISER
    )
    return person


def test_hidden_space_shows_to_exactly_those_who_decide_on_requests_about_it() -> None:
    space, other = make_space(), make_space()
    left = make_steward(space)
    Stewardship.objects.update(ended_at=timezone.now())
    people = [make_member(), left, make_steward(other), make_steward(space), make_organiser()]
    people.append(Person.objects.create_user("host", is_staff=True))

    hide_space(space=space, because="Asked.", by=BY)

    seen = [sees(person, space) for person in people]
    assert seen == [False, False, False, True, True, True]
    assert seen == [bool(can_moderate(person, subject_of(space))) for person in people]
    assert [status(space, person) for person in people] == [404, 404, 404, 200, 200, 200]
    assert (sees(STRANGER, space), status(space)) == (False, 404)


def test_organiser_sees_no_draft_and_reads_who_sees_a_hidden_space(client: Client) -> None:
    draft, hidden = make_space(published_at=None), make_space()
    organiser = make_organiser()
    client.force_login(organiser)
    hide_space(space=hidden, because="Its owner asked.", by=BY)

    shown = client.get(f"/en/spaces/{hidden.slug}/").content.decode()

    assert not sees(organiser, draft)
    who = "Only you, its stewards and those who decide on requests about it see this page."
    assert f"{who} Its owner asked." in shown


def test_steward_of_another_space_is_a_stranger_here() -> None:
    space, other = make_space(published_at=None), make_space()

    assert not sees(make_steward(other), space)


def test_steward_who_left_sees_no_draft_and_keeps_nothing() -> None:
    space = make_space(published_at=None)
    steward = make_steward(space)

    Stewardship.objects.update(ended_at=timezone.now())

    assert not sees(steward, space)
    assert not can_keep(steward, space)


def test_refusal_says_why() -> None:
    space = make_space()

    assert str(can_keep(STRANGER, space).reason) == "Sign in first."
    told = "You are not a steward of this space."
    assert str(can_keep(make_member(), space).reason) == told
    assert can_keep(make_steward(space), space)


def test_steward_is_appointed_once() -> None:
    space = make_space()
    steward = make_steward(space)

    appoint_steward(space=space, person=steward, by=BY)

    assert Stewardship.objects.count() == 1


def test_private_value_is_read_by_stewards_alone(client: Client) -> None:
    space = make_space()
    steward = make_steward(space)
    say(space, funding="a secret sum")
    Statement.objects.update(is_public=False)

    stranger = client.get(f"/en/spaces/{space.slug}/").content.decode()
    client.force_login(steward)
    kept = client.get(f"/en/spaces/{space.slug}/").content.decode()

    assert "a secret sum" not in stranger
    assert "a secret sum" in kept
