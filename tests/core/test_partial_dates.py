from datetime import date

import pytest

from creaspace.core.partial_dates import NotAPartialDate, PartialDate


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("1987", "year", date(1987, 1, 1), date(1987, 12, 31)),
        ("2016-02", "month", date(2016, 2, 1), date(2016, 2, 29)),
        ("2014-06-01", "day", date(2014, 6, 1), date(2014, 6, 1)),
    ],
)
def test_partial_date_says_how_exact_it_is(text: str, precision: str, earliest: date, latest: date):
    known = PartialDate.parse(text)

    assert (known.precision, known.earliest, known.latest) == (precision, earliest, latest)
    assert str(known) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "87",
        "2014-6",
        "2014-13",
        "2014-02-30",
        "2014-00",
        "0000",
        "2014-06-01T09:00",
        "２０１４",
        "2014-06-01; DROP",
    ],
)
def test_partial_date_refuses_what_is_no_date_and_names_it(text: str):
    with pytest.raises(NotAPartialDate) as refused:
        PartialDate.parse(text)

    assert f"“{text}”" in str(refused.value)


def test_partial_dates_stand_in_order_the_vaguer_first():
    texts = ["2014-06-01", "2013-12-31", "2014", "2014-06", "1987"]

    ordered = sorted(PartialDate.parse(text) for text in texts)

    assert [str(each) for each in ordered] == [
        "1987",
        "2013-12-31",
        "2014",
        "2014-06",
        "2014-06-01",
    ]


def test_year_and_month_inside_it_do_not_contradict():
    year, month = PartialDate.parse("2014"), PartialDate.parse("2014-06")

    assert year.may_be(month)
    assert not PartialDate.parse("2014-05").may_be(month)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ["1987", "June 2014", "1 June 2014"]),
        ("es", ["1987", "junio de 2014", "1 de junio de 2014"]),
        ("zh-Hans", ["1987年", "2014年6月", "2014年6月1日"]),
        ("ja", ["1987年", "2014年6月", "2014年6月1日"]),
        ("xx-unknown", ["1987", "June 2014", "1 June 2014"]),
    ],
)
def test_partial_date_is_told_in_the_readers_language(tag: str, words: list[str]):
    dates = [PartialDate.parse(text) for text in ("1987", "2014-06", "2014-06-01")]

    assert [each.text(tag) for each in dates] == words


def test_partial_date_of_a_day_keeps_the_day():
    assert PartialDate.of(date(2016, 10, 24)) == PartialDate(2016, 10, 24)
