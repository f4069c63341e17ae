"""Who is found: only people who agreed to stand in the directory, for as long as they agree."""

import pytest
from django.utils.translation import override

from creaspace.core.viewer import STRANGER
from creaspace.foundation.people.models import Membership
from creaspace.foundation.people.services import (
    give_consent,
    keep_membership,
    keep_organisation,
    withdraw_consent,
)
from creaspace.foundation.people.wordings import DIRECTORY
from creaspace.foundation.search import reading
from creaspace.foundation.search.models import Entry
from creaspace.foundation.search.services import catch_up
from tests.foundation.people.factories import NOW, make_person

pytestmark = pytest.mark.django_db


def found(words: str) -> list[str]:
    catch_up()
    with override("en"):
        return [hit.name for hit in reading.find(words, viewer=STRANGER).hits]


def test_person_is_found_while_they_agree_and_not_after():
    person = make_person(name_native="王小明", name_latin="Wang Xiaoming")
    before = found("wang")

    give_consent(person=person, purpose=DIRECTORY, by=person, now=NOW)
    agreed = [found("xiaoming"), found("王小明"), found("wxm"), found("wang xiao")]
    withdraw_consent(person=person, purpose=DIRECTORY, by=person, now=NOW)

    assert before == []
    assert agreed == [["王小明"]] * 4
    assert found("wang") == []
    assert not Entry.objects.filter(subject_label="people.person").exists()


def test_person_is_found_by_their_organisation():
    person = make_person(name_native="Ana")
    give_consent(person=person, purpose=DIRECTORY, by=person, now=NOW)
    body = keep_organisation(slug="lantern", name="Lantern Trust", by=person)
    keep_membership(organisation=body, person=person, role=Membership.Role.MEMBER, by=person)

    assert found("lantern") == ["Lantern Trust", "Ana"]
