"""Months with planned and held days."""

from datetime import date

from creaspace.programme.visits.strips import Span, states_in, strips_of


def test_planned_and_held_months_stand_in_order_of_time():
    strips = strips_of(
        [
            Span(date(2016, 10, 24), date(2016, 10, 26), "held"),
            Span(date(2016, 6, 28), date(2016, 7, 1), "planned"),
        ]
    )

    assert [strip.first for strip in strips] == [
        date(2016, 6, 1),
        date(2016, 7, 1),
        date(2016, 10, 1),
    ]
    assert [cell.day.day for cell in strips[0].cells if cell.state] == [28, 29, 30]
    assert [cell.day.day for cell in strips[1].cells if cell.state] == [1]
    assert [cell.day.day for cell in strips[2].cells if cell.state] == [24, 25, 26]


def test_strip_has_every_day_of_its_month_once():
    strips = strips_of([Span(date(2016, 2, 29), date(2016, 2, 29), "held")])

    assert [cell.day.day for cell in strips[0].cells] == list(range(1, 30))


def test_what_filled_a_day_is_stronger_than_that_it_was_held():
    strips = strips_of(
        [
            Span(date(2016, 10, 26), date(2016, 10, 26), "workshop"),
            Span(date(2016, 10, 23), date(2016, 10, 23), "also_said"),
            Span(date(2016, 10, 24), date(2016, 10, 26), "held"),
        ]
    )

    said = {cell.day.day: cell.state for cell in strips[0].cells if cell.state}
    assert said == {23: "also_said", 24: "held", 25: "held", 26: "workshop"}


def test_key_explains_only_what_is_drawn():
    strips = strips_of([Span(date(2016, 7, 1), date(2016, 7, 31), "vague")])

    assert states_in(strips) == ["vague"]


def test_saturday_and_sunday_are_the_weekend():
    strips = strips_of([Span(date(2016, 10, 24), date(2016, 10, 24), "held")])

    weekend = [cell.day.day for cell in strips[0].cells if cell.is_weekend]
    assert weekend == [1, 2, 8, 9, 15, 16, 22, 23, 29, 30]


def test_span_of_centuries_marks_only_its_ends():
    strips = strips_of([Span(date(1900, 1, 1), date(2016, 1, 1), "planned")])

    assert [strip.first.year for strip in strips] == [1900, 2016]


def test_nothing_to_mark_gives_no_strip():
    assert strips_of([]) == []
