"""A process reads a scheme once for all its pages, and anew as soon as anybody changes a scheme.

Nobody tells a process of a change: it sees the scheme's digest, whoever wrote it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from pytest_django import DjangoAssertNumQueries

from creaspace.foundation.vocabularies.indexes import index_of
from tests.foundation.vocabularies.factories import load, scheme_data, scheme_file

pytestmark = pytest.mark.django_db
PEAR = {"notation": "pear", "labels": {"en": "Pear"}}


@pytest.fixture(autouse=True)
def _connection_stays() -> Iterator[None]:
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@contextmanager
def page() -> Iterator[None]:
    request_started.send(sender=None)
    yield
    request_finished.send(sender=None)


def test_second_page_asks_only_whether_a_scheme_changed(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    load(scheme_file())
    with page():
        first = index_of("fruits")

    with django_assert_num_queries(1), page():
        assert index_of("fruits") is first
        assert index_of("fruits") is first


def test_next_page_knows_what_was_corrected() -> None:
    load(scheme_file())
    with page():
        assert index_of("fruits").find("Pear") is None

    load(scheme_file(concepts=[*scheme_data()["concepts"], PEAR]), correct=True)

    with page():
        assert index_of("fruits").find("Pear").notation == "pear"


def test_next_page_knows_a_new_version() -> None:
    load(scheme_file())
    with page():
        before = index_of("fruits").find("apple")

    load(scheme_file(version="2"))

    with page():
        assert index_of("fruits").find("apple").scheme_id != before.scheme_id


def test_label_is_found_by_its_notation_alone() -> None:
    load(scheme_file())

    labels = index_of("fruits").labels(["citrus/orange", "Orange", "plum"])

    assert labels == {"citrus/orange": "Orange"}
