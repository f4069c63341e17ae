"""Spans of partial dates: words in three languages, reading a month, and how far a date moved."""

import pytest

from creaspace.programme.programmes.spans import date_in_words, moved_by, span_words


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "english", "spanish", "chinese"),
    [
        (
            "2016-10-24",
            "2016-10-26",
            "24–26 October 2016",
            "24–26 de octubre de 2016",
            "2016年10月24日至26日",
        ),
        (
            "2016-06-28",
            "2016-07-01",
            "28 June – 1 July 2016",
            "28 de junio – 1 de julio de 2016",
            "2016年6月28日至7月1日",
        ),
        (
            "2015-06-15",
            "2016-12-31",
            "15 June 2015 – 31 December 2016",
            "15 de junio de 2015 – 31 de diciembre de 2016",
            "2015年6月15日至2016年12月31日",
        ),
        ("2016-07", "", "July 2016", "julio de 2016", "2016年7月"),
        ("2016-07-05", "2016-07-05", "5 July 2016", "5 de julio de 2016", "2016年7月5日"),
        (
            "2016-07",
            "2016-09",
            "July – September 2016",
            "julio – septiembre de 2016",
            "2016年7月至9月",
        ),
    ],
)
def test_span_is_said_in_the_habit_of_each_language(starts_on, ends_on, english, spanish, chinese):
    said = [span_words(starts_on, ends_on, tag) for tag in ("en", "es", "zh-Hans")]

    assert said == [english, spanish, chinese]


def test_end_less_exact_than_the_beginning_is_not_filled_up():
    assert span_words("2016-07-03", "2016-09", "en") == "3 July 2016 – September 2016"


@pytest.mark.parametrize(
    ("words", "date"),
    [("July 2016", "2016-07"), (" march 2017 ", "2017-03"), ("summer 2016", ""), ("2016", "")],
)
def test_only_a_month_and_a_year_are_read_from_words(words, date):
    assert date_in_words(words) == date


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("2016-06-28", "2016-10-24", (118, "days")),
        ("2016-10-24", "2016-10-23", (-1, "days")),
        ("2016-07", "2016-09-20", (2, "months")),
        ("2016-11", "2017-01", (2, "months")),
        ("2016", "2016-09-20", (0, "months")),
        ("", "2016-09-20", (0, "days")),
    ],
)
def test_move_is_counted_as_exactly_as_both_dates_allow(before, after, moved):
    assert moved_by(before, after) == moved
