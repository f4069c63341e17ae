"""What every test finds: parts by folder, a browser, a loaded network, and a served one."""

import gc
from pathlib import Path
from unittest import TestCase

import pytest
from django.conf import settings
from django.template.base import Template
from django.utils import translation

from creaspace.core.templatetags import remembering
from creaspace.foundation.vocabularies import indexes

FOLDERS = {"browser": "browser", "journeys": "browser", "screenshots": "browser", "wheel": "wheel"}
TO_A_DATABASE = {"db", "transactional_db", "django_db_setup"}
HERE = Path(__file__).resolve().parent
PLAIN_RENDER = Template._render

pytest_plugins = ["tests.served", "tests.network"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        part = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
        if marker := FOLDERS.get(part):
            item.add_marker(marker)
        if _may_reach_a_database(item):
            item.add_marker("database")
        if "walk" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("walk"))  # one walk for all that read it


def _may_reach_a_database(item: pytest.Item) -> bool:
    """Whether a way leads there; pytest-django stops every test that has none and tries."""
    ways = TO_A_DATABASE & set(getattr(item, "fixturenames", ()))
    is_of_a_class = issubclass(getattr(item, "cls", None) or object, TestCase)
    return bool(ways) or is_of_a_class or item.get_closest_marker("django_db") is not None


def pytest_collection_finish() -> None:
    """Thousands of tests live as long as the run: the collector need not look at them again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def _templates_as_served(django_test_environment: None) -> None:
    """Without Django's copy of the context of every piece: pages are tested by what they say."""
    Template._render = PLAIN_RENDER


@pytest.fixture(autouse=True)
def _language_of_the_house() -> None:
    """Pages leave the reader's language behind in their process; no test begins with another's."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What a process remembers follows its database, whose rows every test takes back."""
    remembering.forget()
    indexes.remembered.forget()
