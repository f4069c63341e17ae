"""Figures of many operations as one table."""

import pytest

from benchmarks._table import Round, Row, short, table

QUICK = Round(1.5, 4.04, 12.4, 1234.5, 0.35, 88.2)
SLOW = Round(20, 60, 90, 30, 9.0, 90, is_late=True, is_slow=True)


def test_a_row_holds_all_rounds_of_an_operation():
    told = table("2 spaces", [Row("box", {1: QUICK, 8: SLOW})], (1, 8))

    assert told.splitlines() == [
        "",
        "### 2 spaces",
        "",
        "| operation | 1: p50/p95/p99 ms | /s | CPU ms | MB"
        " | 8: p50/p95/p99 ms | /s | CPU ms | MB |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
        "| box | 1.5/4.0/12 | 1,234 | 0.35 | 88 | 20/60/90 ✗ | 30 ✗ | 9.0 | 90 |",
    ]


def test_a_round_that_was_not_taken_is_a_dash():
    told = table("", [Row("tile", {1: QUICK})], (1, 8))

    assert told.splitlines()[-1] == "| tile | 1.5/4.0/12 | 1,234 | 0.35 | 88 | – | – | – | – |"


def test_the_sql_alone_stands_beside_the_operations_it_was_timed_for():
    rows = [Row("box", {}, alone_ms=0.5, statements=5, ratio=3.1), Row("page", {})]

    lines = table("", rows, ()).splitlines()

    assert lines[-4:] == [
        "| operation | SQL alone ms | statements | HTTP / SQL |",
        "| --- | --: | --: | --: |",
        "| box | 0.50 | 5 | 3.1 |",
        "| page | – | – | – |",
    ]


@pytest.mark.parametrize(
    ("number", "said"), [(None, "–"), (0.123, "0.12"), (9.94, "9.9"), (12.3, "12"), (3, "3")]
)
def test_numbers_have_the_digits_that_mean_something(number: float | None, said: str):
    assert short(number) == said
