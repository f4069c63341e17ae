"""Keeping calls: the same twice changes nothing, what cannot be is refused."""

import pytest
from django.core.exceptions import ValidationError

from creaspace.foundation.records.models import Act
from creaspace.programme.calls.gaps import gaps_of
from creaspace.programme.calls.services import (
    set_commitments,
    set_criteria,
    set_rules,
    set_selection,
)
from tests.programme.calls.factories import make_call
from tests.programme.programmes.factories import BY, make_programme, make_space

pytestmark = pytest.mark.django_db


def test_keeping_the_same_twice_changes_nothing():
    space, programme = make_space(), make_programme()

    def keep_all():
        call = make_call("kept", programme=programme, places=5, applications_received=22)
        set_criteria(call=call, criteria=[{"text": "clarity", "scope": "application"}], by=BY)
        set_rules(call=call, rules=[{"kind": "physical_space", "words": "a real place"}], by=BY)
        set_commitments(call=call, commitments=[{"text": "one talk"}], by=BY)
        set_selection(call=call, selection=[{"space": space}], by=BY)

    keep_all()
    acts = Act.objects.count()
    keep_all()

    assert Act.objects.count() == acts


def test_selection_becomes_exactly_the_list():
    call, first, second = make_call(), make_space(), make_space()
    set_selection(call=call, selection=[{"space": first}, {"space": second}], by=BY)

    set_selection(call=call, selection=[{"space": second}], by=BY)

    assert [(each.space, each.position) for each in call.selections.all()] == [(second, 1)]


def test_more_chosen_than_applied_is_refused():
    with pytest.raises(ValidationError, match=r"More were chosen than applied\."):
        make_call(applications_received=3, selected_count=5)


def test_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValidationError, match=r"The period ends before it begins\."):
        make_call(period_starts_on="2016", period_ends_on="2015")


@pytest.mark.parametrize(
    ("received", "chosen", "shares"),
    [
        (3, 1, [True, False, False]),
        (None, 5, []),
        (22, None, []),
        (5_000, 5, []),
    ],
)
def test_tiles_are_drawn_only_for_known_and_countable_numbers(received, chosen, shares):
    call = make_call(applications_received=received, selected_count=chosen)

    assert call.shares == shares


def test_what_is_missing_is_named():
    call = make_call(selected_count=5)

    gaps = gaps_of(call, rules=[], criteria=[], selection=[])

    assert [str(gap) for gap in gaps] == [
        "the deadline",
        "who may apply",
        "the criteria",
        "how many applied",
    ]
