"""Reference data and the real programme, loaded once by each process for all tests that read them.

Each is an open transaction around the tests that ask for it; a test's own changes end with it as
ever. Tests that begin without either of them come before the others.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils.translation import override
from pytest_django.plugin import DjangoDbBlocker

from creaspace.atlas.spaces.work import place_waiting
from creaspace.doors.interop.demonstration import load_demonstration
from creaspace.foundation.search.services import catch_up

LAYERS = ("reference", "network")


@contextmanager
def kept(blocker: DjangoDbBlocker) -> Iterator[None]:
    """What is loaded inside stays for several tests, and is taken back after them."""
    with blocker.unblock(), transaction.atomic(), override("en"):
        yield
        transaction.set_rollback(True)


def settle() -> None:
    """What follows a commit: the atlas and the index of words catch up."""
    place_waiting()
    catch_up()


@pytest.fixture(scope="session")
def reference(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The vocabularies, countries and cities that ship."""
    with kept(django_db_blocker):
        call_command("load_reference", verbosity=0)
        with django_db_blocker.block():  # a test says itself that it reads the database
            yield


@pytest.fixture(scope="session")
def network(reference: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demonstration network, on the reference data."""
    with kept(django_db_blocker):
        load_demonstration()
        settle()
        with django_db_blocker.block():
            yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """An empty database first, then the reference data, then the network; else as they were."""
    yield
    items.sort(key=_layer)  # last: options such as --failed-first bring an order of their own


def _layer(item: pytest.Item) -> int:
    asked = set(getattr(item, "fixturenames", ()))
    return max((n for n, name in enumerate(LAYERS, 1) if name in asked), default=0)
