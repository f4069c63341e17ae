"""Keeping visits, days and stops."""

import pytest
from django.core.exceptions import ValidationError

from creaspace.foundation.languages.models import Texts
from creaspace.foundation.records.models import Act
from creaspace.programme.visits.services import keep_visit, set_days, set_stops
from tests.programme.visits.factories import (
    BY,
    make_session,
    make_source,
    make_space,
    make_visit,
)

pytestmark = pytest.mark.django_db


def acts():
    return Act.objects.count()


def test_visit_kept_twice_changes_nothing():
    session = make_session()
    keep_visit(slug="valencia", session=session, by=BY, note="As read.")
    before = acts()

    visit = keep_visit(slug="valencia", session=session, by=BY, note="As read.")

    assert acts() == before
    assert (visit.stops_known, visit.stop_days_known) == (True, None)


def test_note_is_kept_as_original_text():
    visit = make_visit(note="Stops not found.")

    text = Texts.objects.about(visit).get()
    assert (text.language, text.fields["note"]) == ("en", "Stops not found.")


def test_days_become_exactly_those_given():
    visit, source = make_visit(), make_source()
    days = [
        {"on": "2016-10-24", "kind": "study_visit", "source": source},
        {"on": "2016-10-25", "kind": "study_visit", "is_derived": True, "basis": "two days"},
    ]
    set_days(visit=visit, days=days, by=BY)

    set_days(visit=visit, days=days[:1], by=BY)

    assert [(day.on, day.source) for day in visit.days.all()] == [("2016-10-24", source)]


def test_derived_day_must_say_how_it_was_worked_out():
    day = {"on": "2016-10-25", "kind": "study_visit", "is_derived": True}

    with pytest.raises(ValidationError) as refusal:
        set_days(visit=make_visit(), days=[day], by=BY)

    assert "Say how the day was worked out." in str(refusal.value)


def test_impossible_day_is_refused_with_its_text():
    with pytest.raises(ValidationError) as refusal:
        set_days(visit=make_visit(), days=[{"on": "2016-02-30", "kind": "workshop"}], by=BY)

    assert "2016-02-30" in str(refusal.value)


def test_stops_keep_the_order_of_the_list():
    visit, spaces = make_visit(), [make_space(), make_space()]

    set_stops(visit=visit, stops=[{"space": spaces[1]}, {"space": spaces[0]}], by=BY)

    assert [(stop.position, stop.space) for stop in visit.stops.all()] == [
        (1, spaces[1]),
        (2, spaces[0]),
    ]


def test_stops_set_twice_change_nothing():
    visit = make_visit()
    stops = [{"space": make_space(), "focus": "reuse"}, {"space": make_space()}]
    set_stops(visit=visit, stops=stops, by=BY)
    before = acts()

    set_stops(visit=visit, stops=stops, by=BY)

    assert acts() == before


def test_focus_can_be_translated_stop_by_stop():
    visit = make_visit()

    (stop,) = set_stops(visit=visit, stops=[{"space": make_space(), "focus": "reuse"}], by=BY)

    assert Texts.objects.about(stop).get().fields == {"focus": "reuse"}
