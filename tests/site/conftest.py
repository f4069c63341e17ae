"""The whole site with the real programme in it, loaded once for this folder and taken back after.

Everything happens inside one transaction; each test gets a savepoint of its own in it.
"""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from creaspace.doors.interop.demonstration import load_demonstration
from tests.site.scene import Scene, set_scene


@pytest.fixture(scope="package")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("en"):
        call_command("load_reference", stdout=StringIO())
        load_demonstration()
        yield set_scene()
        transaction.set_rollback(True)


@pytest.fixture
def scene(loaded: Scene, db: None) -> Iterator[Scene]:
    """The people and records of the scene; whatever a test changes ends with it."""
    with translation.override("en"):
        yield loaded


@pytest.fixture
def member(scene: Scene) -> Client:
    """Signed in, without a relation to anything."""
    return scene.client("member")
