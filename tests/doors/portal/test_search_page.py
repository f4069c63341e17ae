"""The page of results, as a stranger, a steward and a flood of questions get it."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.services import hide_space
from creaspace.core.viewer import System
from creaspace.doors.portal import views
from creaspace.foundation.search.services import catch_up
from tests.atlas.spaces.factories import make_space, make_steward

pytestmark = pytest.mark.django_db
BY = System("tests")
# How frequent, which, how many, what they say; on PostgreSQL also how to go about it.
QUERIES = {"sqlite": 4, "postgresql": 5}


def make_found(count: int, name: str = "Lantern House") -> list[Space]:
    spaces = [make_space(f"lantern-{number}", name=name) for number in range(count)]
    catch_up()
    return spaces


def words_of(html: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.decode()))


def test_page_without_a_question_says_what_can_be_found(client: Client):
    page = client.get("/en/search/")

    assert page.status_code == 200
    assert "What is found here: Spaces, Programmes, Sessions" in words_of(page.content)


@pytest.mark.parametrize("language", ["en", "es", "zh-hans"])
def test_results_stand_under_their_room_with_the_words_marked(client: Client, language: str):
    make_found(3)

    page = client.get(f"/{language}/search/", {"q": "lantern"}).content.decode()

    assert page.count("<mark>Lantern</mark> House") == 3
    assert f'href="/{language}/spaces/lantern-0/"' in page
    assert 'id="spacesspace"' in page


def test_page_asks_as_often_for_six_results_as_for_one(client: Client):
    make_found(1)
    first = _queries(client)
    make_found(6)

    assert _queries(client) == first == QUERIES[connection.vendor]


def _queries(client: Client) -> int:
    client.get("/en/search/", {"q": "lantern"})
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/search/", {"q": "lantern"})
    return sum(" FROM " in each["sql"] for each in queries)  # not what frames them


def test_room_shows_all_its_results_page_by_page(client: Client):
    make_found(23)

    first = client.get("/en/search/", {"q": "lantern", "room": "spaces.space"})
    second = client.get("/en/search/", {"q": "lantern", "room": "spaces.space", "page": "2"})
    beyond = client.get("/en/search/", {"q": "lantern", "room": "spaces.space", "page": "99"})

    assert first.content.count(b"record-link") == 20
    assert second.content.count(b"record-link") == 3
    assert beyond.content.count(b"record-link") == 3
    assert "1–20 of 23" in words_of(first.content)


def test_typing_error_leads_to_what_was_meant(client: Client):
    make_found(1)

    page = client.get("/en/search/", {"q": "lantren"}).content.decode()

    assert "Nothing was found for “lantren”." in page
    assert '<a href="?q=Lantern"><strong>Lantern</strong></a>' in page


def test_hidden_space_is_found_by_its_steward_alone(client: Client):
    (space,) = make_found(1)
    steward = make_steward(space)
    hide_space(space=space, because="asked", by=BY)
    catch_up()

    stranger = client.get("/en/search/", {"q": "lantern"}).content.decode()
    client.force_login(steward, "django.contrib.auth.backends.ModelBackend")
    own = client.get("/en/search/", {"q": "lantern"}).content.decode()

    assert "lantern-0" not in stranger
    assert "Did you mean" not in stranger
    assert 'href="/en/spaces/lantern-0/"' in own
    assert "1 result" in words_of(own.encode())


@pytest.mark.parametrize(
    "words", ["x" * 10_000, "空" * 3_000, "!!! … —", "\u202eabc\u202c مرحبا", '"a" NEAR -b:*', "'"]
)
def test_odd_question_gets_a_page(client: Client, words: str):
    make_found(1)

    assert client.get("/en/search/", {"q": words}).status_code == 200


def test_markup_in_a_name_stays_text(client: Client):
    make_found(1, name="<b>Lantern</b>")

    page = client.get("/en/search/", {"q": "lantern"}).content.decode()

    assert "&lt;b&gt;<mark>Lantern</mark>&lt;/b&gt;" in page


def test_flood_of_questions_is_asked_to_wait(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
):
    settings.CREASPACE_DATA_ANSWERS_PER_MINUTE = 50
    monkeypatch.setattr(views, "gate", views.Gate())

    said = [client.get("/en/search/", {"q": "lantern"}).status_code for _each in range(40)]

    assert said[0] == 200
    assert said[-1] == 429
    assert client.get("/en/search/").status_code == 200


def test_names_of_every_room_are_suggested_and_lead_to_their_pages(client: Client):
    make_found(6)

    shown = client.get("/es/search/suggest/", {"q": "lant"}).content.decode()

    assert 'data-said="3 sugerencias. Elige con las flechas."' in shown
    assert shown.count('role="option"') == 3
    assert 'href="/es/spaces/lantern-0/"' in shown
    assert "<mark>Lant</mark>ern House" in shown


def test_flood_of_letters_is_asked_to_wait(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
):
    settings.CREASPACE_DATA_ANSWERS_PER_MINUTE = 50
    monkeypatch.setattr(views, "gate", views.Gate())

    said = [client.get("/en/search/suggest/", {"q": "lant"}) for _each in range(110)]

    assert said[0].status_code == 200
    assert said[-1].status_code == 429


def test_browser_learns_how_to_search_here(client: Client):
    said = client.get("/opensearch.xml")

    assert said["Content-Type"].startswith("application/opensearchdescription+xml")
    assert b"/en/search/?q={searchTerms}" in said.content
