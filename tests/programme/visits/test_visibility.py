"""Which visits and stops one may see, and what a calendar may hold."""

import pytest
from django.utils import timezone

from creaspace.core.viewer import STRANGER
from creaspace.programme.visits.models import Stop, Visit
from creaspace.programme.visits.rules import can_enter_calendar
from creaspace.programme.visits.services import set_stops
from tests.programme.visits.factories import (
    BY,
    make_member,
    make_programme,
    make_session,
    make_space,
    make_visit,
)

pytestmark = pytest.mark.django_db
HELD = {"state": "held", "starts_on": "2016-10-24", "ends_on": "2016-10-26"}


def test_visit_of_a_published_programme_is_seen_by_all():
    visit = make_visit()

    assert list(Visit.objects.visible_to(STRANGER)) == [visit]
    assert list(Visit.objects.visible_to(make_member())) == [visit]


def test_visit_of_a_draft_programme_is_seen_by_nobody():
    make_visit(session=make_session(programme=make_programme(published_at=None)))

    assert not Visit.objects.visible_to(STRANGER).exists()
    assert not Visit.objects.visible_to(make_member()).exists()


def test_stop_at_a_hidden_space_is_left_out():
    visit, shown = make_visit(), make_space()
    hidden = make_space(hidden_at=timezone.now())
    set_stops(visit=visit, stops=[{"space": shown}, {"space": hidden}], by=BY)

    assert [stop.space for stop in Stop.objects.visible_to(STRANGER)] == [shown]


def test_visits_stand_in_order_of_time_and_undated_ones_last():
    undated = make_visit()
    later = make_visit(session=make_session(dates=[HELD]))
    earlier = make_visit(session=make_session(dates=[{**HELD, "starts_on": "2016-09-20"}]))

    assert Visit.objects.visible_to(STRANGER).with_session().in_time() == [earlier, later, undated]


def test_calendar_holds_days_only():
    exact = make_session(dates=[HELD]).schedule.current()
    month = make_session(dates=[{"state": "planned", "starts_on": "2016-07"}]).schedule.current()
    words = make_session(dates=[{"state": "planned", "words": "soon"}]).schedule.current()

    assert can_enter_calendar(exact)
    assert not can_enter_calendar(month)
    assert not can_enter_calendar(words)


def test_calendar_without_any_date_says_why():
    assert can_enter_calendar(None).reason == "This visit has no date yet."
