"""Asking the index: enough is known without looking, and the way there changes no answer."""

from typing import Any

import pytest
from django.db import connection

from creaspace.core.viewer import STRANGER
from creaspace.foundation.search.analysis import query_of
from creaspace.foundation.search.asking import count_open, look, narrowed
from creaspace.foundation.search.expressions import Expression
from creaspace.foundation.search.models import Entry
from creaspace.foundation.search.registry import Name
from tests.foundation.search.conftest import LABEL, Shelf

MANY = 60


def fill(shelf: Shelf) -> None:
    for number in range(MANY):
        name = f"Loft {number}" if number % 4 == 0 else f"Mill {number}"
        texts = [Name("A loft for artists.", "en")] if number % 3 else []
        shelf.put(str(number), Name(name, "en"), texts=texts, score=(number * 37) % 1000)
    shelf.put("hidden", Name("Hidden loft", "en"), is_public=False)
    shelf.index()


def question(words: str) -> Expression:
    expression = narrowed(query_of(words, "en"), [LABEL], [])
    assert expression is not None
    return expression


def in_order(shelf: Shelf, most: int) -> list[str]:
    """Lofts by name first, then those that tell of one; the best score first."""
    named = [key for key in shelf.documents if key != "hidden" and int(key) % 4 == 0]
    told = [key for key in shelf.documents if key not in {*named, "hidden"} and int(key) % 3]
    best = [sorted(keys, key=lambda key: -shelf.documents[key].score) for keys in (named, told)]
    return [*best[0], *best[1]][:most]


@pytest.mark.parametrize("most", [1, 2, 15, 16, 20, 100])
@pytest.mark.parametrize("is_analysed", [False, True])
def test_names_come_first_however_much_is_wanted(shelf: Shelf, most: int, is_analysed: bool):
    """Once PostgreSQL knows how many rows there are, it walks along the scores for few of many."""
    fill(shelf)
    if is_analysed:
        with connection.cursor() as cursor:
            table = "search_posting" if connection.vendor == "postgresql" else "search_entry"
            cursor.execute(f"ANALYZE {table}")

    (found,) = look([question("loft")], viewer=STRANGER, most=most)

    keys = Entry.objects.in_bulk([place.entry for place in found.places])
    assert [keys[place.entry].subject_key for place in found.places] == in_order(shelf, most)


def test_enough_is_known_from_the_tokens_alone(shelf: Shelf, django_assert_num_queries: Any):
    fill(shelf)
    all_lofts = len(in_order(shelf, MANY))

    with django_assert_num_queries(1):
        assert count_open([question("loft")], most=10) == [10]
    assert count_open([question("loft"), question("nothing")], most=MANY) == [all_lofts, 0]


def test_asking_leaves_the_wishes_of_the_connection_as_they_were(shelf: Shelf):
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL alone is told how long to take and which way")
    fill(shelf)
    before = wishes()

    look([question("loft")], viewer=STRANGER, most=5)
    count_open([question("loft")], most=MANY)

    assert wishes() == before


@pytest.mark.django_db(transaction=True)
def test_asking_outside_a_transaction_leaves_them_too(only_shelves: None):
    if connection.vendor != "postgresql":
        pytest.skip("PostgreSQL alone is told how long to take and which way")
    before = wishes()

    assert look([question("loft")], viewer=STRANGER, most=5)[0].places == []
    assert count_open([question("loft")], most=5) == [0]

    assert wishes() == before


def wishes() -> list[str]:
    names = ("statement_timeout", "enable_bitmapscan", "enable_indexscan", "enable_seqscan")
    with connection.cursor() as cursor:
        return [_shown(cursor, name) for name in names]


def _shown(cursor: Any, name: str) -> str:
    cursor.execute(f"SHOW {name}")
    (value,) = cursor.fetchone()
    return str(value)
