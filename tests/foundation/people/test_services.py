"""Organisations, consents, profiles, downloads, erasure, demonstration accounts."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from pytest_django import Settings

from creaspace.core.verdicts import Refused
from creaspace.core.viewer import System
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.people import services
from creaspace.foundation.people.models import Consent, Membership, Organisation, Person
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
BY = System("tests")


def keep_house(**values: str) -> Organisation:
    given = {"name": "House", "full_name": "House of Tiles", "description": "A house.", **values}
    return services.keep_organisation(slug="house", by=BY, **given)  # type: ignore[arg-type]


def test_organisation_is_kept_once_and_loading_again_changes_nothing() -> None:
    first = keep_house()
    acts = Act.objects.count()

    second = keep_house()

    assert first == second
    assert Act.objects.count() == acts
    texts = Texts.objects.about(first).get()
    assert texts.fields == {
        "name": "House",
        "full_name": "House of Tiles",
        "description": "A house.",
    }


def test_changed_organisation_leaves_an_act() -> None:
    keep_house()

    keep_house(name="New House")

    act = Act.objects.filter(verb="change_organisation").get()
    assert (act.before, act.after) == ({"name": "House"}, {"name": "New House"})


def test_aliases_become_exactly_the_given_ones() -> None:
    house = keep_house()
    services.set_aliases(organisation=house, names=[("H", "en"), ("Casa", "es")], by=BY)
    acts = Act.objects.count()

    services.set_aliases(organisation=house, names=[("H", "en"), ("Casa", "es")], by=BY)
    assert Act.objects.count() == acts

    services.set_aliases(organisation=house, names=[("Casa", "es")], by=BY)
    assert [str(alias) for alias in house.aliases.all()] == ["Casa"]


def test_member_leaves_and_organiser_takes_out_but_others_may_not() -> None:
    house = make_organisation()
    organiser, member, other = make_organiser(house), make_member(house), make_member(house)
    membership = member.memberships.get()

    with pytest.raises(Refused):
        services.end_membership(membership=membership, by=other, now=NOW)
    services.end_membership(membership=membership, by=organiser, now=NOW)
    services.end_membership(membership=other.memberships.get(), by=other, now=NOW)

    assert [one.person for one in house.memberships.current()] == [organiser]


def test_consent_keeps_its_words_and_withdrawing_dates_it() -> None:
    person = make_person()

    services.set_consents(person=person, purposes=["directory"], by=person, now=NOW)
    services.set_consents(person=person, purposes=["directory"], by=person, now=NOW)
    services.set_consents(person=person, purposes=[], by=person, now=NOW)
    services.set_consents(person=person, purposes=["directory"], by=person, now=NOW)

    rows = list(Consent.objects.filter(person=person).order_by("pk"))
    assert [row.withdrawn_at for row in rows] == [NOW, None]
    assert rows[0].wording.startswith("Anybody may find my name")
    assert (rows[0].wording_version, rows[0].language) == ("2026-11", "en")


def test_nobody_agrees_to_what_is_not_asked() -> None:
    person = make_person()

    with pytest.raises(Refused) as refusal:
        services.give_consent(person=person, purpose="everything", by=person, now=NOW)

    assert str(refusal.value) == "“everything” is nothing one can agree to."


def test_profile_is_written_by_its_owner_and_noted() -> None:
    person = make_person()

    with pytest.raises(Refused):
        services.change_profile(person=person, by=make_person(), name_native="X")
    services.change_profile(person=person, by=person, name_native="李", languages=["zh-Hans"])
    services.change_profile(person=person, by=person, name_native="李")

    act = Act.objects.filter(verb="change_profile").get()
    assert act.after == {"name_native": "李", "languages": ["zh-Hans"]}


def test_download_holds_everything_kept_about_a_person() -> None:
    house = make_organisation("House")
    person = make_organiser(house, "Ana", email="ana@example.org")
    services.give_consent(person=person, purpose="newsletter", by=person, now=NOW)
    make_invitation(person, house)

    data = services.own_data(person)

    assert data["person"]["sign_in_name"] == "Ana"
    assert data["memberships"][0]["organisation__name"] == "House"
    assert data["consents"][0]["purpose"] == "newsletter"
    assert len(data["links made"]) == 1
    assert [act["verb"] for act in data["what I did"]] == ["make_invitation", "give_consent"]
    assert data["notices"] == []
    json.dumps(data, cls=DjangoJSONEncoder)


def test_erased_person_is_nowhere_and_what_they_did_stays() -> None:
    house = make_organisation()
    person = make_person("Ana", name_native="Ana Ejemplo", email="ana@example.org")
    services.keep_membership(organisation=house, person=person, role="member", by=person)
    services.give_consent(person=person, purpose="directory", by=person, now=NOW)
    services.change_profile(person=person, by=person, name_latin="Ana Ejemplo")
    acts = Act.objects.count()

    services.erase_person(person=person, by=person)

    assert not Person.objects.filter(sign_in_name="Ana").exists()
    assert not Membership.objects.exists()
    assert not Consent.objects.exists()
    assert Act.objects.count() == acts + 1
    everything = str(list(Act.objects.values()))
    assert "Ana" not in everything
    assert {act.by_id for act in Act.objects.all()} == {None}


def test_nobody_erases_somebody_else() -> None:
    person = make_person()

    with pytest.raises(Refused):
        services.erase_person(person=person, by=make_person(is_staff=True))

    assert Person.objects.filter(pk=person.pk).exists()


def test_demonstration_accounts_are_made_once_and_say_what_they_are() -> None:
    first = services.keep_demonstration_accounts()
    second = services.keep_demonstration_accounts()

    assert first == second
    assert [person.label for person in first] == [
        "Demonstration visitor",
        "Demonstration steward",
        "Demonstration organiser",
    ]
    assert {person.has_usable_password() for person in first} == {False}
    assert first.organiser.organises
    assert services.clear_demonstration_accounts() == 3
    assert not Organisation.objects.exists()


def test_demonstration_link_is_fresh_each_time_and_for_nobody_real(
    settings: Settings,
) -> None:
    settings.CREASPACE_DEMONSTRATION = True
    steward = services.keep_demonstration_accounts().steward

    first = services.one_time_sign_in_link(person=steward, now=NOW)
    second = services.one_time_sign_in_link(person=steward, now=NOW)

    assert first.startswith("http://localhost:8000/h/")
    assert first != second
    token = first.rsplit("/", 1)[-1]
    with pytest.raises(services.LinkSpent):
        services.use_sign_in_link(token=token, address="127.0.0.1", now=NOW)
    with pytest.raises(Refused):
        services.one_time_sign_in_link(person=make_person(), now=NOW)


def test_demonstration_link_is_refused_without_the_setting() -> None:
    steward = services.keep_demonstration_accounts().steward

    with pytest.raises(Refused) as refusal:
        services.one_time_sign_in_link(person=steward, now=NOW)

    assert str(refusal.value) == "Demonstration accounts need CREASPACE_DEMONSTRATION=yes."
