"""What is suggested below the atlas's field while somebody types."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from creaspace.atlas.spaces import suggest_views
from creaspace.atlas.spaces.flooding import Gate
from creaspace.atlas.spaces.services import hide_space
from creaspace.atlas.spaces.work import place_waiting
from creaspace.foundation.places.models import City, CityName
from creaspace.foundation.search.services import rebuild
from tests.atlas.spaces.factories import BY, make_concept, make_country, make_space, say

pytestmark = pytest.mark.django_db
HERE = "/en/spaces/searches/suggest/"
OPTION = re.compile(r'<a class="suggest-option".*?</a>', re.DOTALL)


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with override("en"):
        yield


@pytest.fixture
def kunming() -> City:
    make_country("CN")
    city = City.objects.create(
        slug="kunming",
        name="Kunming",
        names={"zh-Hans": "昆明"},
        country_id="CN",
        latitude=25.04,
        longitude=102.71,
        population=3_000_000,
        time_zone="Asia/Shanghai",
        geonames_id=1,
    )
    for key in ("kunming", "昆明"):
        CityName.objects.create(city=city, key=key, is_own=True)
    return city


def make_loft(slug: str, name: str, city: City, latitude: float = 25.04) -> None:
    space = make_space(slug, name=name)
    there = {"latitude": latitude, "longitude": 102.71, "precision": "building"}
    say(space, batch=slug, country="CN", city=city.name, position=there)


def follow() -> None:
    place_waiting()
    rebuild()


def options(client: Client, words: str, address: str = HERE) -> list[tuple[str, str]]:
    """The words and the address of each suggestion, in order."""
    shown = client.get(address, {"q": words}).content.decode()
    found = []
    for each in OPTION.findall(shown):
        plain = re.sub(r"<[^>]+>", "", each.replace('<span class="suggest-note">', " | "))
        told = each.partition('href="')[2].partition('"')[0]
        found.append((" ".join(unescape(plain).split()), unescape(told)))
    return found


def test_city_comes_first_with_the_number_of_spaces_the_link_shows(client: Client, kunming: City):
    make_loft("loft", "Kunming Loft", kunming)
    make_loft("mill", "Old Mill", kunming)
    make_loft("hill", "Far Hill", kunming, latitude=26.5)
    follow()

    shown = options(client, "kunmi")

    there = "/en/spaces/?near=25.04,102.71&within=25&sort=distance"
    assert shown == [
        ("Kunming | 2 spaces within 25 km", there),
        ("Kunming Loft | Kunming, China", "/en/spaces/loft/"),
    ]
    assert client.get(there).content.count(b'data-slug="') == 2


def test_city_that_names_no_space_shows_those_around_it(client: Client, kunming: City):
    make_loft("mill", "Old Mill", kunming)
    follow()

    in_english, in_chinese = (
        options(client, "昆", f"/{code}/spaces/searches/suggest/") for code in ("en", "zh-hans")
    )

    assert in_english == [
        ("Kunming | 1 space within 25 km", in_english[0][1]),
        ("Old Mill | Kunming, China", "/en/spaces/mill/"),
    ]
    assert in_chinese == [
        ("昆明 | 25 公里以内有 1 个空间", in_chinese[0][1]),
        ("Old Mill | 昆明，中国", "/zh-hans/spaces/mill/"),
    ]


def test_kind_tells_apart_spaces_of_one_name(client: Client):
    make_concept("place-types", "stage", en="Stage")
    say(make_space("one", name="Lantern"), batch="one", kind="stage")
    make_space("two", name="Lantern")
    follow()

    assert sorted(options(client, "lant")) == [
        ("Lantern", "/en/spaces/two/"),
        ("Lantern | Stage", "/en/spaces/one/"),
    ]


def test_hidden_space_is_suggested_no_more(client: Client):
    space = make_space("one", name="Lantern")
    follow()
    before = options(client, "lant")

    hide_space(space=space, by=BY, because="asked")
    follow()

    assert before == [("Lantern", "/en/spaces/one/")]
    assert options(client, "lant") == []


@pytest.mark.parametrize("words", ["", " ", "k", "!!", "zzzz", "\0", "%", "'\"*)"])
def test_words_that_say_too_little_get_an_empty_answer(client: Client, kunming: City, words: str):
    make_loft("mill", "Old Mill", kunming)
    follow()

    response = client.get(HERE, {"q": words})

    assert (response.status_code, response.content.strip()) == (200, b"")


def test_names_are_escaped(client: Client):
    make_space("one", name="<b>Lantern</b>")
    follow()

    shown = client.get(HERE, {"q": "lante"}).content.decode()

    assert "&lt;b&gt;<mark>Lante</mark>rn&lt;/b&gt;" in shown


def test_answer_is_the_same_for_everybody_and_kept_for_a_minute(client: Client):
    response = client.get(HERE, {"q": "lant"})

    assert response["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_nine_suggestions_take_as_many_queries_as_one(client: Client, kunming: City):
    make_loft("one", "Kunming One", kunming)
    follow()
    one = queries(client)
    for number in range(8):
        make_loft(f"more-{number}", f"Kunming {number}", kunming)
    follow()

    assert queries(client) == one


def queries(client: Client) -> int:
    client.get(HERE, {"q": "kunmi"})
    with CaptureQueriesContext(connection) as asked:
        client.get(HERE, {"q": "kunmi"})
    return len(asked)


def test_flood_is_asked_to_wait(client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch):
    settings.CREASPACE_DATA_ANSWERS_PER_MINUTE = 50
    monkeypatch.setattr(suggest_views, "gate", Gate())

    said = [client.get(HERE, {"q": "lant"}) for _each in range(110)]

    assert said[0].status_code == 200
    assert said[-1].status_code == 429
    assert 0 < int(said[-1]["Retry-After"]) <= 60
    assert client.get(HERE).status_code == 200
