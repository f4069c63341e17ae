"""The whole site with the real programme in it, and people who use it: set once for this folder."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from tests.network import kept, settle
from tests.site.scene import Scene, set_scene


@pytest.fixture(scope="package")
def loaded(network: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    with kept(django_db_blocker):
        scene = set_scene()
        settle()
        yield scene


@pytest.fixture
def scene(loaded: Scene, db: None) -> Iterator[Scene]:
    """The people and records of the scene; whatever a test changes ends with it."""
    with translation.override("en"):
        yield loaded


@pytest.fixture
def member(scene: Scene) -> Client:
    """Signed in, without a relation to anything."""
    return scene.client("member")
