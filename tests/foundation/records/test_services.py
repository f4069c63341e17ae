"""Acts, keeping, versions, short links and counted tries."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from creaspace.core.subjects import Subject, records_of, subject_of
from creaspace.core.verdicts import Refused
from creaspace.core.viewer import STRANGER
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.records.models import Act, ShortLink, Version
from creaspace.foundation.records.services import (
    count_try,
    give_short_link,
    keep,
    keep_version,
    newest_version_number,
    note_act,
)
from tests.foundation.records.factories import BY, make_organisation

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_act_names_who_what_and_whom_without_foreign_keys() -> None:
    organisation = make_organisation(name="Example Unit")

    act = note_act(verb="rename", about=organisation, by=BY, before={"name": "Unit"})

    organisation.delete()
    act.refresh_from_db()
    assert (act.verb, act.by_label, act.by_id) == ("rename", "tests", None)
    assert (act.subject_label, act.subject_title) == ("people.organisation", "Example Unit")
    assert (act.before, act.after) == ({"name": "Unit"}, {})


def test_keep_makes_then_leaves_alone_then_changes_what_differs() -> None:
    find = {"slug": "unit"}
    made = keep(Organisation, find=find, by=BY, name="Unit", city_name="Valencia")

    keep(Organisation, find=find, by=BY, name="Unit", city_name="Valencia")
    changed = keep(Organisation, find=find, by=BY, name="Unit", city_name="Kunming")

    assert changed.pk == made.pk
    acts = list(Act.objects.order_by("pk").values_list("verb", "before", "after"))
    assert acts == [
        ("create_organisation", {}, {"name": "Unit", "city_name": "Valencia"}),
        ("change_organisation", {"city_name": "Valencia"}, {"city_name": "Kunming"}),
    ]


def test_keep_refuses_what_the_model_refuses_and_notes_nothing() -> None:
    with pytest.raises(ValidationError):
        keep(Organisation, find={"slug": "unit"}, by=BY, name="n" * 1000)

    assert not Organisation.objects.exists()
    assert not Act.objects.exists()


def test_version_is_new_only_when_the_content_is() -> None:
    organisation = make_organisation()
    first = keep_version(about=organisation, content={"a": 1, "b": [2]})

    same = keep_version(about=organisation, content={"b": [2], "a": 1})
    second = keep_version(about=organisation, content={"a": 2})
    back = keep_version(about=organisation, content={"a": 1, "b": [2]})

    assert same.pk == first.pk
    assert (second.number, back.number) == (2, 3)
    assert newest_version_number(organisation) == 3
    assert newest_version_number(make_organisation()) == 0
    assert first.digest == Version.digest_of({"a": 1, "b": [2]}) == back.digest


def test_short_link_is_given_once_and_a_taken_name_gets_a_number() -> None:
    one, other, third = make_organisation(), make_organisation(), make_organisation()
    first = give_short_link(about=one, wished="unit")

    again = give_short_link(about=one, wished="another")
    names = [give_short_link(about=each, wished="unit").name for each in (other, third)]

    assert again.pk == first.pk
    assert names == ["unit-2", "unit-3"]


def test_short_link_leads_to_the_page_in_the_readers_language(client: Client) -> None:
    organisation = make_organisation("unit")
    give_short_link(about=organisation, wished="unit")

    response = client.get("/s/unit", headers={"accept-language": "es"})

    assert response["Location"] == "/es/people/organisations/unit/"


@pytest.mark.parametrize("name", ["nobody", "gone", "%00", "a b"])
def test_short_link_that_leads_nowhere_is_not_found(client: Client, name: str) -> None:
    ShortLink.objects.create(name="gone", subject_label="people.organisation", subject_key="9999")

    assert client.get(f"/s/{name}").status_code == 404


def test_tries_are_counted_within_their_window() -> None:
    tries = {"key": "contact:203.0.113.7", "most": 2, "within": HOUR, "refusal": "Try later."}
    count_try(**tries, now=NOW)
    count_try(**tries, now=NOW + timedelta(minutes=59))

    with pytest.raises(Refused, match=r"^Try later\.$"):
        count_try(**tries, now=NOW + timedelta(minutes=59))
    count_try(**tries, now=NOW + HOUR)


def test_tries_of_others_do_not_count() -> None:
    for key in ("a", "b"):
        count_try(key=key, most=1, within=HOUR, refusal="Try later.", now=NOW)


def test_records_behind_subjects_are_those_one_may_see() -> None:
    organisation = make_organisation()
    gone = Subject("people.organisation", "9999")

    found = records_of([subject_of(organisation), gone, Subject("no.where", "1")], STRANGER)

    assert found == {subject_of(organisation): organisation}
