"""What the programme page makes of its records."""

import pytest

from creaspace.core.viewer import STRANGER
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.programme.programmes.models import Participation, Programme, Session
from creaspace.programme.programmes.services import set_involvements
from creaspace.programme.programmes.story import backers, by_role, sides, steps
from tests.programme.programmes.factories import (
    BY,
    make_concept,
    make_organisation,
    make_participation,
    make_programme,
    make_session,
    make_space,
    say,
)

pytestmark = pytest.mark.django_db


def test_side_knows_how_many_of_its_spaces_have_no_name():
    programme = make_programme()
    known = make_participation(programme, make_space(country="JP"))
    say(programme, participants_asian=2, asian_space_countries=["JP", "IN"])

    (side,) = sides(evidence_of(programme), [known])

    assert (side.count, side.known, side.unknown) == (2, [known], 1)


def test_side_nobody_counted_is_not_told():
    programme = make_programme()

    assert sides(evidence_of(programme), []) == []


def test_organisers_stand_before_funders_and_other_roles_apart():
    for role in ("organiser", "funder"):
        make_concept("organisation-roles", role, en=role.title())
    roles = ["funder", "later dissemination", "organiser"]
    rows = [{"organisation": make_organisation(), "role": role} for role in roles]
    involvements = set_involvements(programme=make_programme(), involvements=rows, by=BY)

    named, others = backers(involvements)

    assert [(group.role, len(group.involvements)) for group in named] == [
        ("Organiser", 1),
        ("Funder", 1),
    ]
    assert [each.role for each in others] == ["later dissemination"]


def test_spaces_are_told_by_role():
    programme = make_programme()
    stop = make_participation(programme, make_space(), "study-visit-stop")
    chosen = make_participation(programme, make_space())

    groups = by_role([stop, chosen])

    assert {group.role.notation: group.participations for group in groups} == {
        "study-visit-stop": [stop],
        "selected-participant": [chosen],
    }


def test_steps_say_by_how_much_the_dates_moved():
    session = make_session(
        dates=[
            {"state": "planned", "starts_on": "2016-06-28", "ends_on": "2016-07-01"},
            {"state": "held", "starts_on": "2016-10-24", "ends_on": "2016-10-26"},
        ]
    )

    newest, first = steps(session)

    assert (newest.later, newest.unit, newest.is_current) == (118, "days", True)
    assert (first.is_first, first.later, first.earlier) == (True, 0, 0)


def test_draft_shows_to_nobody():
    draft = make_programme(published_at=None)
    make_session(programme=draft)
    make_participation(draft, make_space())

    for model in (Programme, Session, Participation):
        assert not model.objects.visible_to(STRANGER).exists()


def test_hidden_space_disappears_from_the_programme():
    programme = make_programme()
    make_participation(programme, make_space(published_at=None))

    assert not Participation.objects.visible_to(STRANGER).exists()


def test_context_is_no_part_of_the_programme():
    programme = make_programme()
    context = make_participation(programme, make_space(), "context")
    chosen = make_participation(programme, make_space())

    assert list(Participation.objects.part_of_programme()) == [chosen]
    assert list(Participation.objects.only_context()) == [context]
    assert not context.is_part_of_programme
