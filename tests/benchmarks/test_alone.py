"""The SQL of an answer alone."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from benchmarks._alone import Alone, Bare, statements_of


class Writing:
    """A reader whose question changes something."""

    def get(self, _path: str) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM spaces_waiting WHERE space_key = %s", [0])
        return HttpResponse("")


@pytest.mark.django_db
def test_statements_of_a_view_are_heard_with_their_values(network: None):
    heard = statements_of(Client(), "/data/spaces/box.json?box=-1,39,0,40&at=1")

    assert heard
    assert all(sql.lstrip(" \n(").startswith("SELECT") for sql, _values in heard)
    assert any(values for _sql, values in heard)


@pytest.mark.django_db
def test_a_refusal_is_no_answer_to_time():
    with pytest.raises(RuntimeError, match="400"):
        statements_of(Client(), "/data/spaces/box.json?box=nowhere")


@pytest.mark.django_db
def test_what_writes_is_not_executed_again():
    with pytest.raises(RuntimeError, match="DELETE FROM spaces_waiting"):
        statements_of(Writing(), "/")


@pytest.mark.django_db
def test_a_statement_runs_again_in_the_words_of_the_driver():
    bare = Bare()

    took = bare.time_ms([("SELECT %s, '100%%'", [5]), ("SELECT 1", None)])

    bare.own.close()
    assert took is not None
    assert took > 0


@pytest.mark.django_db
def test_a_wish_for_a_transaction_ends_with_its_question():
    if connection.vendor != "postgresql":
        pytest.skip("Only PostgreSQL has settings of a transaction.")
    bare = Bare()
    wish = ("SELECT set_config(%s, %s, true)", ["statement_timeout", "20"])

    broken_off = bare.time_ms([wish, ("SELECT pg_sleep(1)", None)])
    after = bare.time_ms([("SELECT pg_sleep(0.05)", None)])

    bare.own.close()
    assert broken_off is None
    assert after is not None
    assert after > 50


def test_what_is_told_is_the_middle():
    alone = Alone([0.1, 0.2, 5.0], [3, 4, 9])

    assert (alone.p50_ms, alone.usual_statements) == (0.2, 4)
