"""Every page in three languages: in the language it claims, complete, and leading to the others."""

import re
from http import HTTPStatus

import pytest
from django.test import Client

from tests.site.pages import OF_MEMBERS, OF_STRANGERS, addresses_of, public_pages
from tests.site.reading import LONG, Page, translated_sources
from tests.site.scene import Scene

LANGUAGES = {"en": "en", "es": "es", "zh-hans": "zh-Hans"}
FOLDERS = {"es": "es", "zh-hans": "zh_Hans"}
UNFILLED = re.compile(r"\bNone\b|\{\{|\{%|%\(\w+\)s|\bNaN\b|<Space|object at 0x")
HOST = "http://localhost:8000"


def faults(client: Client, paths: list[str], language: str) -> list[str]:
    return [f"{path}: {fault}" for path in paths for fault in _faults(client, path, language)]


def _faults(client: Client, path: str, language: str) -> list[str]:
    said = client.get(path)
    if said.status_code != HTTPStatus.OK:
        return [str(said.status_code)]
    page = Page.read(said.content)
    found = UNFILLED.findall(page.words)
    if page.language != LANGUAGES[language]:
        found.append(f"lang={page.language}")
    if page.canonical != HOST + path:
        found.append(f"canonical {page.canonical}")
    if page.alternates != _alternates(path, language):
        found.append(f"alternates {page.alternates}")
    return [*found, *_untranslated(page, language)]


def _alternates(path: str, language: str) -> dict[str, str]:
    rest = path.removeprefix(f"/{language}/")
    return {tag: f"{HOST}/{code}/{rest}" for code, tag in LANGUAGES.items()}


def _untranslated(page: Page, language: str) -> list[str]:
    if language == "en":
        return []
    words = page.words
    sources = translated_sources(FOLDERS[language])
    return [f"untranslated: {each}" for each in sources if len(each) > LONG and each in words]


@pytest.mark.parametrize("language", LANGUAGES)
def test_stranger_reads_every_public_page(scene: Scene, language: str):
    most = 3 if language == "en" else None  # what can be left untranslated needs every page
    pages = [*public_pages(language, most=most), *addresses_of(OF_STRANGERS, language)]

    assert faults(scene.client("stranger"), pages, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_member_reads_the_public_pages_and_their_own(scene: Scene, language: str):
    pages = [*public_pages(language, most=1), *addresses_of(OF_MEMBERS, language)]

    assert faults(scene.client("member"), pages, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["steward", "organiser", "operator"])
def test_those_with_a_part_read_what_is_theirs(scene: Scene, role: str, language: str):
    names = ("portal:desk", "moderation:waiting", "people:links", "inbox:inbox")
    pages = [*addresses_of(names, language), f"/{language}/spaces/st-spot/"]
    code = scene.named["open request"]
    pages.append(f"/{language}/moderation/requests/{code}/decide/")
    if role != "steward":
        pages += [
            f"/{language}/people/organisations/econcult/members/",
            f"/{language}/inbox/outbox/",
        ]

    assert faults(scene.client(role), pages, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_refusal_speak_the_readers_language(scene: Scene, language: str):
    refused = {
        f"/{language}/nothing/": HTTPStatus.NOT_FOUND,
        f"/{language}/spaces/hidden/": HTTPStatus.NOT_FOUND,
        f"/{language}/people/organisations/econcult/members/": HTTPStatus.FORBIDDEN,
        f"/{language}/people/handover/{scene.named['used token']}/": HTTPStatus.GONE,
    }
    member = scene.client("member")

    for path, status in refused.items():
        said = member.get(path)
        page = Page.read(said.content)
        assert (said.status_code, page.language) == (status, LANGUAGES[language])
        assert _untranslated(page, language) == []
