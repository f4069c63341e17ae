"""What the counts of tokens tell of a question, held against counting by hand."""

import random

import pytest

from creaspace.foundation.search.bounds import expected, fewest
from creaspace.foundation.search.expressions import (
    Expression,
    Term,
    Without,
    all_of,
    any_of,
)

TOKENS = "abcdef"
ROWS = 200


def answers(expression: Expression, row: set[str]) -> bool:
    if isinstance(expression, Term):
        return expression.text in row
    if isinstance(expression, Without):
        return answers(expression.wanted, row) and not answers(expression.refused, row)
    each = [answers(part, row) for part in expression.parts]
    return all(each) if type(expression).__name__ == "AllOf" else any(each)


def by_chance(lot: random.Random, depth: int) -> Expression:
    if depth == 0 or lot.random() < 0.3:
        return Term(lot.choice(TOKENS))
    if lot.random() < 0.2:
        return Without(by_chance(lot, depth - 1), Term(lot.choice(TOKENS)))
    parts = [by_chance(lot, depth - 1) for _part in range(lot.randrange(1, 4))]
    return lot.choice([all_of, any_of])(parts)


@pytest.mark.parametrize("seed", range(30))
def test_no_question_finds_fewer_than_its_tokens_promise(seed: int):
    lot = random.Random(seed)
    often = {token: lot.random() for token in TOKENS}
    rows = [{token for token in TOKENS if lot.random() < often[token]} for _row in range(ROWS)]
    known = {token: sum(token in row for row in rows) for token in TOKENS}

    for _turn in range(40):
        expression = by_chance(lot, 3)
        found = sum(answers(expression, row) for row in rows)
        assert 0 <= fewest(expression, known, ROWS) <= found
        assert 0 <= expected(expression, known, ROWS) <= ROWS


def test_word_in_a_room_that_holds_nearly_all_is_counted_from_its_token():
    known = {"loft": 60, "room": 95}
    question = Without(all_of([any_of([Term("loft"), Term("lofts")]), Term("room")]), Term("x"))

    assert fewest(question, known, 100) == 55
    assert expected(question, known, 100) == pytest.approx(57)
