"""A storage of its own for each test, people, and an organisation to give pictures to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from creaspace.core.verdicts import YES
from creaspace.foundation.files import services
from creaspace.foundation.files.models import File
from creaspace.foundation.people.models import Organisation, Person
from tests.foundation.files import samples

AddPicture = Callable[..., File]


@pytest.fixture(autouse=True)
def storage(settings: Settings, tmp_path: Path) -> Path:
    """Where files of this test are kept."""
    folder = tmp_path / "files"
    default = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(folder)},
    }
    settings.STORAGES = {**settings.STORAGES, "default": default}
    return folder


@pytest.fixture
def organisation(db: None) -> Organisation:
    return Organisation.objects.create(
        slug="econcult",
        name="ECONCULT",
        local_name="Econcult, Universitat de València",
        city_name="Valencia",
    )


@pytest.fixture
def member(db: None) -> Person:
    return Person.objects.create_user("member")


@pytest.fixture
def other(db: None) -> Person:
    return Person.objects.create_user("other")


@pytest.fixture
def add_picture(organisation: Organisation, member: Person) -> AddPicture:
    """Give the organisation a picture whose smaller ones are ready; facts may differ."""

    def add(content: bytes | None = None, name: str = "hall.jpg", **facts: object) -> File:
        said: dict[str, object] = {
            "about": organisation,
            "credit": "Ana Example",
            "licence": "CC-BY-4.0",
            "alt": "An empty hall",
            "consent": File.Consent.NOT_NEEDED,
            "by": member,
            "relation": YES,
            "at_once": True,
        }
        upload = ContentFile(samples.jpeg() if content is None else content, name=name)
        return services.add_file(**{**said, "upload": upload, **facts})

    return add


def files_in(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
