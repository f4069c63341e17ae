"""Which statement is shown, and when sources disagree."""

from hypothesis import given
from hypothesis import strategies as st

from creaspace.foundation.statements.choosing import choose, disagree
from creaspace.foundation.statements.fields import DEFAULT_RANK, Field
from tests.foundation.statements.factories import Told

FOUNDED = Field("founded", "Founded", kind="date")
PARTIAL = st.sampled_from(["", "1987", "2014-06", "2014-06-01", "2016"])
TOLD = st.builds(
    Told,
    value=st.sampled_from(["a", "b", 3, None]),
    source_kind=st.sampled_from([*DEFAULT_RANK, "hearsay"]),
    source_key=st.integers(1, 4),
    speaks_for_itself=st.booleans(),
    valid_from=PARTIAL,
    valid_to=PARTIAL,
    observed_on=PARTIAL,
    said_on=PARTIAL,
)


def test_only_statement_is_shown_undisputed() -> None:
    choice = choose([Told()], FOUNDED)

    assert (choice.disagrees, choice.decided_by, choice.others) == (False, "only", ())


def test_kind_of_source_that_ranks_first_is_shown() -> None:
    space, press = Told("1987", "space"), Told("1988", "press", said_on="2020")

    choice = choose([press, space], FOUNDED)

    assert (choice.shown, choice.disagrees, choice.decided_by) == (space, True, "rank")


def test_field_may_rank_its_sources_otherwise() -> None:
    space, register = Told("union", "space"), Told("trust", "register")
    legal_form = Field("legal_form", "Legal form", rank=("register", "space"))

    assert choose([space, register], legal_form).shown is register


def test_newer_source_of_the_same_rank_is_shown() -> None:
    old, new = Told("a", said_on="2014-06"), Told("b", said_on="2014-06-02")

    choice = choose([new, old], FOUNDED)

    assert (choice.shown, choice.decided_by) == (new, "newer")


def test_what_was_recorded_later_decides_last() -> None:
    first, second = Told("a", order=1), Told("b", order=2)

    choice = choose([second, first], FOUNDED)

    assert (choice.shown, choice.decided_by) == (second, "later")


def test_coding_never_stands_before_a_source_nor_against_it() -> None:
    coded, press = Told("a", "space", speaks_for_itself=False), Told("b", "import")

    choice = choose([coded, press], FOUNDED)

    assert (choice.shown, choice.disagrees) == (press, False)


def test_one_source_does_not_disagree_with_itself() -> None:
    assert not disagree(Told("a", source_key=1), Told("b", source_key=1), FOUNDED)


def test_same_value_is_no_disagreement_whatever_the_order_of_its_parts() -> None:
    one, other = {"latitude": 1, "longitude": 2}, {"longitude": 2, "latitude": 1}

    assert not disagree(Told(one), Told(other), FOUNDED)


def test_history_and_lists_are_no_disagreement() -> None:
    one, other = Told("a"), Told("b")

    assert not disagree(one, other, Field("status", "What happened", is_history=True))
    assert not disagree(one, other, Field("note", "Note", many=True))


def test_values_of_different_times_do_not_disagree() -> None:
    past, present = Told("a", valid_to="2014"), Told("b", valid_from="2015")

    assert not disagree(past, present, FOUNDED)
    assert disagree(past, Told("b", valid_from="2014"), FOUNDED)


def test_month_within_the_year_another_ends_in_overlaps() -> None:
    until, since = Told("a", valid_to="2014"), Told("b", valid_from="2014-06")

    assert disagree(until, since, FOUNDED)


@given(st.lists(TOLD, min_size=1, max_size=6))
def test_order_of_hearing_never_matters(told: list[Told]) -> None:
    there, back = choose(told, FOUNDED), choose(told[::-1], FOUNDED)

    assert there.shown is back.shown
    assert (there.disagrees, there.decided_by) == (back.disagrees, back.decided_by)


@given(st.lists(TOLD, min_size=1, max_size=6))
def test_nothing_that_was_said_is_lost(told: list[Told]) -> None:
    choice = choose(told, FOUNDED)

    assert sorted(map(id, [choice.shown, *choice.others])) == sorted(map(id, told))
    assert choice.disagrees == (choice.decided_by != "only")


@given(st.lists(TOLD, min_size=1, max_size=6))
def test_coding_is_shown_only_where_no_source_speaks(told: list[Told]) -> None:
    if any(each.speaks_for_itself for each in told):
        assert choose(told, FOUNDED).shown.speaks_for_itself


@given(TOLD, TOLD)
def test_disagreement_is_mutual(one: Told, other: Told) -> None:
    assert disagree(one, other, FOUNDED) == disagree(other, one, FOUNDED)
