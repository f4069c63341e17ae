"""One-time links: valid seven days, used once, by pressing."""

from datetime import timedelta

import pytest

from creaspace.core.verdicts import Refused
from creaspace.foundation.people import services
from creaspace.foundation.people.models import Membership, OneTimeLink, Person
from creaspace.foundation.people.models.links import hash_of
from creaspace.foundation.people.services import LinkSpent
from creaspace.foundation.people.signals import link_used
from creaspace.foundation.records.models import Act
from tests.foundation.people.factories import (
    NOW,
    make_invitation,
    make_member,
    make_organisation,
    make_organiser,
    make_person,
)

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def join(link: OneTimeLink, name: str = "新会员", **more: object) -> Person:
    values = {"address": "203.0.113.7", "now": NOW, **more}
    return services.join_by_link(token=link.token, sign_in_name=name, **values)  # type: ignore[arg-type]


def test_invitation_makes_a_member_of_the_organisation() -> None:
    house = make_organisation()
    link = make_invitation(make_organiser(house), house)

    person = join(link, email="new@example.org")

    assert person.sign_in_name == "新会员"
    assert not person.has_usable_password()
    assert person.declared_role == Person.DeclaredRole.CULTURAL_ACTOR
    assert [one.role for one in person.memberships.all()] == [Membership.Role.MEMBER]
    link.refresh_from_db()
    assert (link.used_at, link.used_by) == (NOW, person)
    assert Act.objects.filter(verb="join", by_id=person.pk).count() == 1


def test_database_holds_only_the_hash_of_the_token() -> None:
    link = make_invitation(make_organiser(make_organisation()))
    kept = OneTimeLink.objects.values().get(pk=link.pk)

    assert kept["token_hash"] == hash_of(link.token)
    assert link.token not in str(kept)
    assert len(link.token) == 40


def test_link_works_once() -> None:
    link = make_invitation(make_organiser(make_organisation()))
    join(link)

    with pytest.raises(LinkSpent) as spent:
        join(link, "second")

    assert spent.value.state == "used"
    assert not Person.objects.filter(sign_in_name="second").exists()


@pytest.mark.parametrize(("after", "state"), [(WEEK, "expired"), (WEEK - timedelta(1), "open")])
def test_link_is_valid_for_seven_days(after: timedelta, state: str) -> None:
    link = make_invitation(make_organiser(make_organisation()))

    assert link.state_at(NOW + after) == state


def test_expired_link_makes_nobody() -> None:
    link = make_invitation(make_organiser(make_organisation()))

    with pytest.raises(LinkSpent) as spent:
        join(link, now=NOW + WEEK)

    assert spent.value.state == "expired"


def test_unknown_token_opens_nothing() -> None:
    with pytest.raises(LinkSpent) as spent:
        services.use_sign_in_link(token="0" * 40, address="203.0.113.7", now=NOW)

    assert spent.value.state == "unknown"


def test_link_taken_back_opens_nothing_and_only_its_maker_takes_it_back() -> None:
    organiser = make_organiser(make_organisation())
    link = make_invitation(organiser)

    with pytest.raises(Refused):
        services.withdraw_link(link=link, by=make_person(), now=NOW)
    services.withdraw_link(link=link, by=organiser, now=NOW)

    with pytest.raises(LinkSpent) as spent:
        join(link)
    assert spent.value.state == "withdrawn"


def test_name_that_is_taken_leaves_the_link_open() -> None:
    make_person("Ana")
    link = make_invitation(make_organiser(make_organisation()))

    with pytest.raises(Exception, match="signs in with this name already"):
        join(link, "ana")

    link.refresh_from_db()
    assert link.state_at(NOW) == "open"


def test_sign_in_link_leads_to_its_person_and_ends_earlier_ones() -> None:
    house = make_organisation()
    organiser, member = make_organiser(house), make_member(house)
    first = services.make_sign_in_link(person=member, by=organiser, now=NOW)
    second = services.make_sign_in_link(person=member, by=organiser, now=NOW)

    found = services.use_sign_in_link(token=second.token, address="203.0.113.7", now=NOW)

    assert found == member
    with pytest.raises(LinkSpent) as spent:
        services.use_sign_in_link(token=first.token, address="203.0.113.7", now=NOW)
    assert spent.value.state == "withdrawn"


def test_member_may_not_let_another_member_in() -> None:
    house = make_organisation()

    with pytest.raises(Refused):
        services.make_sign_in_link(person=make_member(house), by=make_member(house), now=NOW)


def test_account_one_has_can_accept_and_keeps_its_rights() -> None:
    house = make_organisation()
    organiser, other = make_organiser(house), make_organiser(house)
    link = make_invitation(organiser, house)

    services.accept_by_link(token=link.token, person=other, address="203.0.113.7", now=NOW)

    assert [one.role for one in other.memberships.all()] == [Membership.Role.ORGANISER]


def test_rooms_above_hear_of_a_used_link() -> None:
    heard: list[tuple[OneTimeLink, Person]] = []
    link = make_invitation(make_organiser(make_organisation()))

    def hear(link: OneTimeLink, person: Person, **_more: object) -> None:
        heard.append((link, person))

    link_used.connect(hear)
    person = join(link)
    link_used.disconnect(hear)

    assert heard == [(link, person)]


def test_tries_from_one_address_are_counted() -> None:
    for _try in range(20):
        with pytest.raises(LinkSpent):
            services.use_sign_in_link(token="0" * 40, address="203.0.113.9", now=NOW)

    with pytest.raises(Refused) as refusal:
        services.use_sign_in_link(token="0" * 40, address="203.0.113.9", now=NOW)

    assert str(refusal.value) == (
        "Too many links were tried from here within an hour. Try again later."
    )
    with pytest.raises(LinkSpent):
        services.use_sign_in_link(token="0" * 40, address="203.0.113.10", now=NOW)
