"""Search as data: the first records in short, as the command tells them."""

import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from creaspace.atlas.spaces.flooding import PORTION
from creaspace.doors.portal.data_views import gate
from creaspace.foundation.search.services import catch_up
from tests.atlas.spaces.factories import make_space

pytestmark = pytest.mark.django_db


@pytest.fixture
def lofts() -> None:
    make_space("loft", name="Kunming Loft", local_name="创库", local_language="zh-Hans")
    make_space("hidden", name="Hidden loft", published_at=None)
    catch_up()


@pytest.mark.parametrize("words", ["loft", "创库"])
def test_search_tells_room_slug_name_and_address(lofts: None, client: Client, words: str) -> None:
    said = client.get("/data/search.json", {"q": words})

    found = {"room": "spaces", "slug": "loft", "name": "Kunming Loft", "url": "/en/spaces/loft/"}
    assert said.json() == {"results": [found]}
    assert said["Cache-Control"] == "public, max-age=10"
    assert said["Access-Control-Allow-Origin"] == "*"


def test_search_as_data_says_what_the_command_says(lofts: None, client: Client) -> None:
    out = io.StringIO()
    call_command("search", "loft", "--json", stdout=out)

    assert client.get("/data/search.json?q=loft").json() == json.loads(out.getvalue())


def test_search_finds_nothing_for_what_nobody_says(lofts: None, client: Client) -> None:
    assert client.get("/data/search.json?q=xyzzy").json() == {"results": []}
    assert client.get("/data/search.json?q=。。").json() == {"results": []}


def test_search_without_words_is_refused_with_a_sentence(client: Client) -> None:
    said = client.get("/data/search.json", headers={"accept-language": "es"})

    assert said.status_code == 400
    assert said.json()["error"].endswith(".")


def test_flood_of_searches_is_told_to_wait(lofts: None, client: Client, settings: Any) -> None:
    settings.CREASPACE_DATA_ANSWERS_PER_MINUTE = PORTION
    gate.untold.clear()
    gate.closed_until.clear()

    said = [client.get("/data/search.json?q=loft") for _turn in range(3 * PORTION)]

    gate.closed_until.clear()
    refused = [each for each in said if each.status_code == 429]
    assert {each.status_code for each in said} == {200, 429}
    assert 1 <= int(refused[0]["Retry-After"]) <= 60


def test_search_takes_few_questions_however_much_is_found(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        make_space(f"loft-{number}", name=f"Loft {number}")
    catch_up()

    with django_assert_max_num_queries(8):  # PostgreSQL sets and undoes its patience
        said = client.get("/data/search.json?q=loft").json()

    assert len(said["results"]) == 20
