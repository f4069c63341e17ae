"""What the pages give the map: its element, complete without script, and the card of a space."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils.translation import override

from creaspace.atlas.spaces.services import hide_space
from creaspace.atlas.spaces.work import place_waiting
from creaspace.configuration import BaseMap, Linked
from tests.atlas.spaces.factories import BY, make_country, make_space, make_steward, say

pytestmark = pytest.mark.django_db
POSITION = {"latitude": 35.4526, "longitude": 139.6285, "precision": "building"}


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with override("en"):
        yield


def element(client: Client, url: str = "/en/spaces/") -> str:
    page = client.get(url).content.decode()
    found = re.search(r"<cs-map .*?</cs-map>", page, re.DOTALL)
    assert found, page
    return found[0]


def base_map(**values: Any) -> BaseMap:
    given = {
        "address": "https://tiles.example/secret/{z}/{x}/{y}.png",
        "file": None,
        "system": "wgs84",
        "deepest": 17,
        "credit": Linked("© Someone", "https://someone.example/"),
        "approval": "",
    }
    return BaseMap(**{**given, **values})


def test_map_is_a_picture_without_script(client: Client) -> None:
    make_country("JP")
    say(make_space("st-spot"), country="JP", city="Yokohama", position=POSITION)
    place_waiting()

    shown = element(client)

    assert 'class="mosaic-map"' in shown
    assert ">Yokohama</text>" in shown
    assert 'data-do="show" hidden' in shown
    assert "Land: Natural Earth" in shown


def test_map_is_told_where_everything_is(client: Client) -> None:
    shown = element(client, "/es/spaces/")

    assert 'data-tiles="/data/spaces/tiles/{z}/{x}/{y}.json"' in shown
    assert 'data-box="/data/spaces/box.json"' in shown
    assert 'data-card="/es/spaces/{slug}/card/"' in shown
    assert 'data-page="/es/spaces/{slug}/"' in shown
    assert re.search(r'data-asks="q near within [a-z_ ]*country', shown)
    assert "data-streets" not in shown
    assert "{n} espacios a la vista" in shown


def test_row_says_its_place_in_digits_of_no_language(client: Client) -> None:
    say(make_space("st-spot"), position=POSITION)
    place_waiting()

    page = client.get("/es/spaces/").content.decode()

    assert re.search(r'data-slug="st-spot" data-at="35\.4526(00)?,139\.6285(00)?"', page)


def test_street_map_of_the_host_is_reached_through_our_own_address(client: Client) -> None:
    with override_settings(CREASPACE_BASEMAP=base_map()):
        shown = element(client)

    assert 'data-streets="/basemap/{z}/{x}/{y}"' in shown
    assert 'data-streets-kind="raster" data-streets-deepest="17"' in shown
    assert '<a href="https://someone.example/" rel="external noopener">© Someone</a>' in shown
    assert "tiles.example" not in shown
    assert "data-shift" not in shown


def test_chinese_street_map_shifts_the_squares_and_shows_its_approval(client: Client) -> None:
    chinese = base_map(system="gcj02", approval="GS(2026)0000号")

    with override_settings(CREASPACE_BASEMAP=chinese):
        shown = element(client)

    assert re.search(r'data-shift="/static/core/built/map-shift\S*\.js"', shown)
    assert '<span lang="zh-Hans">GS(2026)0000号</span>' in shown


def test_street_map_that_is_a_file_is_read_in_parts(client: Client, tmp_path: Path) -> None:
    with override_settings(CREASPACE_BASEMAP=base_map(file=tmp_path / "asia.pmtiles")):
        shown = element(client)

    assert 'data-streets="/basemap/archive.pmtiles"' in shown
    assert re.search(r'data-archive="/static/core/built/map-archive\S*\.js"', shown)


def test_foot_of_every_page_carries_what_the_law_asks(client: Client) -> None:
    notice = Linked("Legal notice", "https://host.example/legal")

    with override_settings(CREASPACE_LEGAL_NOTICE=notice, CREASPACE_ICP_NUMBER="京ICP备1号"):
        page = client.get("/en/spaces/").content.decode()

    assert '<a class="foot-link" href="https://host.example/legal">Legal notice</a>' in page
    assert 'href="https://beian.miit.gov.cn/" rel="external noopener">京ICP备1号</a>' in page


# ---- the card ----


def test_card_says_who_where_and_how_exactly(client: Client) -> None:
    make_country("JP")
    space = make_space("st-spot", local_name="STスポット", local_language="ja")
    say(space, country="JP", city="Yokohama", position=POSITION)

    answer = client.get("/en/spaces/st-spot/card/")
    card = answer.content.decode()

    assert answer["X-Robots-Tag"] == "noindex"
    assert 'class="tile"' in card
    assert '<a class="map-card-link" href="/en/spaces/st-spot/">' in card
    assert 'lang="ja"' in card
    assert "Yokohama, " in card
    assert "The mark is the building." in card
    assert "<html" not in card


def test_card_of_a_hidden_space_is_for_its_steward(client: Client) -> None:
    space = make_space("quiet")
    steward = make_steward(space)
    hide_space(space=space, because="asked", by=BY)

    assert client.get("/en/spaces/quiet/card/").status_code == 404
    client.force_login(steward, "django.contrib.auth.backends.ModelBackend")
    assert client.get("/en/spaces/quiet/card/").status_code == 200


def test_card_takes_one_query(client: Client, django_assert_num_queries: Any) -> None:
    make_country("JP")
    say(make_space("st-spot"), country="JP", city="Yokohama", position=POSITION)

    with django_assert_num_queries(1):
        client.get("/en/spaces/st-spot/card/")
