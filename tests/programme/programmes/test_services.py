"""Keeping programmes: the same twice changes nothing, what cannot be is refused."""

import pytest
from django.core.exceptions import ValidationError

from creaspace.foundation.records.models import Act
from creaspace.programme.programmes.models import Programme, Schedule
from creaspace.programme.programmes.services import (
    keep_programme,
    set_involvements,
    set_objectives,
    set_participations,
    set_schedule_versions,
)
from tests.programme.programmes.factories import (
    BY,
    make_concept,
    make_organisation,
    make_programme,
    make_session,
    make_space,
)

pytestmark = pytest.mark.django_db
PLANNED = {"state": "planned", "words": "July 2016"}
HELD = {"state": "held", "starts_on": "2016-09-20", "ends_on": "2016-09-23"}


def keep_all():
    programme = make_programme("example", starts_on="2015-06-15", ends_on="2016-12-31")
    set_objectives(programme=programme, objectives=[{"text": "One"}, {"text": "Two"}], by=BY)
    make_session("meeting", programme=programme, dates=[PLANNED, HELD])
    return programme


def test_keeping_the_same_twice_changes_nothing():
    keep_all()
    acts = Act.objects.count()

    keep_all()

    assert Act.objects.count() == acts


def test_rows_become_exactly_the_list():
    programme = keep_all()

    set_objectives(programme=programme, objectives=[{"text": "Only this"}], by=BY)

    assert [each.text for each in programme.objectives.all()] == ["Only this"]


def test_role_whose_words_are_known_gets_its_concept():
    role = make_concept("organisation-roles", "funder", en="Funder")
    programme = make_programme()
    roles = [
        {"organisation": make_organisation(), "role": "funder"},
        {"organisation": make_organisation(), "role": "brought the piano"},
    ]

    first, second = set_involvements(programme=programme, involvements=roles, by=BY)

    assert (first.kind, second.kind) == (role, None)


def test_space_may_be_a_participant_and_a_stop():
    programme, space = make_programme(), make_space()
    roles = [make_concept("programme-roles", name) for name in ("one", "other")]

    kept = set_participations(
        programme=programme,
        participations=[{"space": space, "role": role} for role in roles],
        by=BY,
    )

    assert [(each.role, each.position) for each in kept] == [(roles[0], 1), (roles[1], 2)]


def test_newest_version_of_the_dates_counts_and_the_plan_stays():
    session = make_session(dates=[PLANNED, HELD])

    assert session.schedule.current().starts_on == "2016-09-20"
    assert [each.starts_on for each in session.schedule.superseded()] == ["2016-07"]
    assert session.schedule.has_moved()


def test_schedule_without_versions_has_no_date():
    schedule = Schedule.objects.create()

    assert schedule.current() is None
    assert schedule.superseded() == []
    assert not schedule.has_moved()


@pytest.mark.parametrize(
    ("version", "complaint"),
    [
        ({"state": "planned"}, "Give a first day, or the words of the source."),
        ({**HELD, "ends_on": "2016-09-01"}, "The last day lies before the first."),
        (
            {"state": "held", "starts_on": "2016-13"},
            "“2016-13” is not a date. "
            "Write a year (1987), a month (2014-06) or a day (2014-06-01).",
        ),
    ],
)
def test_impossible_dates_are_refused(version, complaint):
    session = make_session()

    with pytest.raises(ValidationError) as refusal:
        set_schedule_versions(schedule=session.schedule, versions=[version], by=BY)

    assert complaint in refusal.value.messages


def test_programme_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValidationError, match=r"The programme ends before it begins\."):
        keep_programme(slug="odd", name="Odd", starts_on="2016", ends_on="2015", by=BY)

    assert not Programme.objects.visible_to(BY).filter(slug="odd").exists()
