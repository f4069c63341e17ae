"""Keeping workshops, talks and conclusions."""

import pytest
from django.core.exceptions import ValidationError

from creaspace.core.viewer import STRANGER
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.records.models import Act
from creaspace.programme.workshops.models import Talk, Workshop
from creaspace.programme.workshops.services import keep_workshop, set_conclusions, set_talks
from tests.programme.visits.factories import BY, make_programme, make_session, make_space
from tests.programme.workshops.factories import case, make_workshop, policy

pytestmark = pytest.mark.django_db


def test_workshop_kept_twice_changes_nothing():
    session = make_session()
    values = {"held_on": "2016-10-26", "title": "Networking", "participant_kinds": ["scholars"]}
    keep_workshop(slug="valencia", session=session, by=BY, **values)
    before = Act.objects.count()

    keep_workshop(slug="valencia", session=session, by=BY, **values)

    assert Act.objects.count() == before


def test_impossible_day_of_a_workshop_is_refused():
    with pytest.raises(ValidationError) as refusal:
        make_workshop(held_on="26 October")

    assert "26 October" in str(refusal.value)


def test_kinds_of_participants_are_kept_as_one_text_to_translate():
    workshop = make_workshop(participant_kinds=["scholars", "policymakers"])

    assert Texts.objects.about(workshop).get().fields["kinds_as_text"] == "scholars\npolicymakers"


def test_talks_keep_the_order_of_the_record_and_may_lack_one_of_their_own():
    workshop = make_workshop()
    talks = [
        {"kind": policy(), "position": 1, "topic": "diplomacy"},
        {"kind": case(), "space": make_space(), "is_derived": True, "basis": "five presented"},
        {"kind": case(), "space": make_space(), "is_derived": True, "basis": "as above"},
    ]

    set_talks(workshop=workshop, talks=talks, by=BY)

    assert list(workshop.talks.values_list("number", "position")) == [(1, 1), (2, None), (3, None)]


def test_talks_set_twice_change_nothing():
    workshop = make_workshop()
    talks = [{"kind": policy(), "position": 1, "topic": "diplomacy", "speaker_role": "director"}]
    set_talks(workshop=workshop, talks=talks, by=BY)
    before = Act.objects.count()

    set_talks(workshop=workshop, talks=talks, by=BY)

    assert Act.objects.count() == before


def test_derived_talk_must_say_how_it_was_worked_out():
    with pytest.raises(ValidationError) as refusal:
        set_talks(workshop=make_workshop(), talks=[{"kind": case(), "is_derived": True}], by=BY)

    assert "Say how the talk was worked out." in str(refusal.value)


def test_conclusions_become_exactly_those_given():
    workshop = make_workshop()
    set_conclusions(workshop=workshop, conclusions=[{"text": "One"}, {"text": "Two"}], by=BY)

    set_conclusions(workshop=workshop, conclusions=[{"text": "One"}], by=BY)

    assert [conclusion.text for conclusion in workshop.conclusions.all()] == ["One"]


def test_workshop_of_a_draft_programme_is_seen_by_nobody():
    make_workshop(session=make_session(programme=make_programme(published_at=None)))

    assert not Workshop.objects.visible_to(STRANGER).exists()


def test_talk_about_a_draft_space_is_left_out():
    workshop = make_workshop()
    talks = [{"kind": case(), "space": make_space(published_at=None)}, {"kind": policy()}]
    set_talks(workshop=workshop, talks=talks, by=BY)

    assert [talk.number for talk in Talk.objects.visible_to(STRANGER)] == [2]
