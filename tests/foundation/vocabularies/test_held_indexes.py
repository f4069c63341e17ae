"""An export reads a scheme once for hundreds of pages; afterwards nothing old is kept."""

import pytest
from django.core.signals import request_finished
from pytest_django import DjangoAssertNumQueries

from creaspace.foundation.vocabularies.indexes import held_indexes, index_of

pytestmark = pytest.mark.django_db


def test_scheme_is_read_once_for_many_pages(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1), held_indexes():
        first = index_of("place-types")
        request_finished.send(sender=None)
        second = index_of("place-types")

    assert first is second


def test_scheme_is_read_afresh_when_the_pages_are_made(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with held_indexes():
        index_of("place-types")

    with django_assert_num_queries(2):
        index_of("place-types")
        index_of("place-types")
