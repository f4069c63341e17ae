"""The atlas as data: what each address tells, refuses and remembers."""

import csv
import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from creaspace.atlas.spaces import data_views
from creaspace.atlas.spaces.flooding import PORTION, Gate
from creaspace.atlas.spaces.services import hide_space
from creaspace.atlas.spaces.work import place_waiting
from tests.atlas.spaces.factories import BY, make_concept, make_country, make_space, say
from tests.atlas.spaces.scattering import scatter

pytestmark = pytest.mark.django_db
VALENCIA = {"latitude": 39.4699, "longitude": -0.3763, "precision": "building"}
ADDRESSES = (
    *("/data/spaces/tiles/0/0/0.json", "/data/spaces/box.json", "/data/spaces/facets.json"),
    *("/data/spaces.geojson", "/data/spaces.csv"),
)
NOON = datetime(2026, 11, 22, 12, 0, 10, tzinfo=UTC)


def told(client: Client, address: str) -> Any:
    said = client.get(address)
    assert said.status_code == 200, said.content
    content = b"".join(said.streaming_content) if said.streaming else said.content
    return json.loads(content)


def make_stage() -> None:
    make_country("ES")
    make_concept("place-types", "stage")
    stage = make_space("stage", name="Stage", local_name="Escena", local_language="es")
    say(stage, country="ES", kind="stage", position=VALENCIA, use_by_others="By the hour.")
    make_space("nowhere", name="=Nowhere()")
    place_waiting()


def test_tile_tells_a_single_space_by_name(client: Client) -> None:
    make_stage()

    said = told(client, "/data/spaces/tiles/4/7/6.json")

    assert said["spaces"] == [
        {
            "slug": "stage",
            "name": "Stage",
            "lang": "en",
            "own_name": "Escena",
            "own_lang": "es",
            "lon": -0.3763,
            "lat": 39.4699,
            "mark": "building",
        }
    ]
    assert (said["cells"], said["exact"]) == ([], True)
    assert said["licence"]
    assert said["source"] == "http://localhost:8000"


def test_tile_tells_many_spaces_as_groups(client: Client) -> None:
    scatter(60)

    said = told(client, "/data/spaces/tiles/0/0/0.json")

    alone, together = len(said["spaces"]), sum(cell["n"] for cell in said["cells"])
    assert alone + together == sum(1 for space in scatter_kept() if space.code is not None)
    for cell in said["cells"]:
        assert set(cell) == {"n", "lon", "lat", "w", "s", "e", "n_", "slug", "name"}


def scatter_kept() -> list[Any]:
    from creaspace.atlas.spaces.models import Space  # noqa: PLC0415 -- here alone

    return list(Space.objects.published())


def test_box_tells_features_and_how_many(client: Client) -> None:
    make_stage()

    said = told(client, "/data/spaces/box.json?box=-1,39,0,40")

    assert (said["type"], said["count"], said["exact"]) == ("FeatureCollection", 1, True)
    assert said["features"][0]["geometry"]["coordinates"] == [-0.3763, 39.4699]
    assert said["features"][0]["properties"]["kind"] == "stage"


def test_box_tells_no_more_features_than_are_wanted(client: Client) -> None:
    scatter(20)

    said = told(client, "/data/spaces/box.json?limit=3")
    ten = told(client, "/data/spaces/box.json?limit=10")

    assert (said["count"], len(said["features"])) == (20, 3)
    assert said["features"] == ten["features"][:3]


def test_facets_count_what_shows(client: Client) -> None:
    make_stage()

    said = told(client, "/data/spaces/facets.json")

    assert (said["count"], said["exact"]) == (2, True)
    assert said["facets"]["country"] == {"ES": 1}
    assert said["facets"]["kind"] == {"-": 1, "stage": 1}
    assert said["facets"]["usable"] == {"1": 1}
    assert said["facets"]["checked"] == {}


def test_whole_result_comes_as_geojson(client: Client) -> None:
    make_stage()

    said = told(client, "/data/spaces.geojson")

    places = {each["id"]: each["geometry"] for each in said["features"]}
    assert set(places) == {"stage", "nowhere"}
    assert places["nowhere"] is None
    assert {"source", "licence", "date"} <= set(said)
    assert told(client, "/data/spaces.geojson?country=ES&kind=-")["features"] == []


def test_whole_result_comes_as_a_table_without_formulas(client: Client) -> None:
    make_stage()

    said = client.get("/data/spaces.csv")
    text = b"".join(said.streaming_content).decode()  # type: ignore[attr-defined]  # streamed

    assert text.startswith("\ufeff")
    rows = {row["slug"]: row for row in csv.DictReader(io.StringIO(text[1:]))}
    assert rows["stage"]["longitude"] == "-0.3763"
    assert rows["stage"]["record"].endswith("/data/spaces.space/stage.json")
    assert rows["nowhere"]["name"] == "'=Nowhere()"
    assert rows["nowhere"]["longitude"] == ""
    assert rows["nowhere"]["licence"]


def test_hidden_spaces_and_drafts_stand_in_no_answer(client: Client) -> None:
    make_stage()
    hidden = say(make_space("hidden"), batch="h", position=VALENCIA)
    say(make_space("draft", published_at=None), batch="d", position=VALENCIA)
    hide_space(space=hidden, because="Asked.", by=BY)
    place_waiting()

    for address in ADDRESSES:
        said = client.get(address)
        content = b"".join(said.streaming_content) if said.streaming else said.content
        assert b"hidden" not in content
        assert b"draft" not in content
    assert told(client, "/data/spaces/box.json?box=-1,39,0,40")["count"] == 1


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/data/spaces/tiles/99/0/0.json", 404),
        ("/data/spaces/tiles/2/4/0.json", 404),
        ("/data/spaces/tiles/2/0/4.json", 404),
        (f"/data/spaces/tiles/{'9' * 5000}/0/0.json", 404),
        ("/data/spaces/tiles/-1/0/0.json", 404),
        ("/data/spaces/box.json?box=1,2", 400),
        ("/data/spaces/box.json?box=0,0,0,95", 400),
        ("/data/spaces/box.json?colour=red", 400),
        ("/data/spaces/facets.json?kind=castle", 400),
        ("/data/spaces/facets.json?country=%00", 400),
        ("/data/spaces/facets.json?q=%00", 400),
        (f"/data/spaces/facets.json?q={'x' * 10_000}", 400),
        *((f"/data/spaces/box.json?limit={limit}", 400) for limit in ("0", "101", "-1", "x", "²")),
        ("/data/spaces.csv?sort=colour", 400),
        ("/data/spaces.geojson?near=nowhere", 400),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    client: Client, address: str, status: int
) -> None:
    said = client.get(address)

    assert said.status_code == status
    if said["Content-Type"] == "application/json":
        assert said.json()["error"].endswith((".", "…"))


@pytest.mark.parametrize(
    "query",
    [
        *("q=。。。", "q=%25%27--", "q=שלום%20hello", "q=昆", "box=170,-20,-170,10"),
        *("box=-180,-90,180,90", "box=0,0,0,0", "near=90,0&within=1", "page=99999999"),
        *("kind=-&kind=-", "near=0,180&sort=distance", "q=x&near=1,1&within=99999999"),
    ],
)
def test_odd_questions_get_answers(client: Client, query: str) -> None:
    make_stage()

    for address in ADDRESSES:
        assert client.get(f"{address}?{query}").status_code == 200


def test_answer_is_fresh_until_the_atlas_changes(client: Client) -> None:
    make_stage()
    first = client.get(ADDRESSES[0])
    again = client.get(ADDRESSES[0], headers={"if-none-match": first["ETag"]})

    hide_space(space=say(make_space("other"), batch="o"), because="Asked.", by=BY)
    place_waiting()
    changed = client.get(ADDRESSES[0], headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert (changed.status_code, changed["ETag"] != first["ETag"]) == (200, True)
    assert first["Cache-Control"] == "public, max-age=10"
    assert "Cookie" not in first.get("Vary", "")


def test_flood_of_tiles_is_told_to_wait(client: Client, settings: Any) -> None:
    settings.CREASPACE_DATA_ANSWERS_PER_MINUTE = PORTION
    data_views.gate.untold.clear()
    data_views.gate.closed_until.clear()

    said = [client.get(f"/data/spaces/tiles/10/{x}/0.json") for x in range(3 * PORTION)]

    data_views.gate.closed_until.clear()
    refused = [each for each in said if each.status_code == 429]
    assert {each.status_code for each in said} == {200, 429}
    assert 1 <= int(refused[0]["Retry-After"]) <= 60
    assert refused[0].json()["error"]


def test_what_is_remembered_counts_for_no_flood(client: Client, settings: Any) -> None:
    settings.CREASPACE_DATA_ANSWERS_PER_MINUTE = PORTION
    data_views.gate.untold.clear()

    statuses = {client.get(ADDRESSES[0]).status_code for _turn in range(3 * PORTION)}

    assert statuses == {200}
    assert data_views.gate.untold == {"127.0.0.1": 1}


def test_gate_opens_again_in_the_next_minute(settings: Any) -> None:
    settings.CREASPACE_DATA_ANSWERS_PER_MINUTE = PORTION
    gate = Gate()
    waits = [gate.wait_for("a", now=NOON, weight=PORTION) for _turn in range(3)]

    assert waits == [0, 50, 50]
    assert gate.wait_for("b", now=NOON, weight=PORTION) == 0
    assert gate.wait_for("a", now=NOON.replace(minute=1), weight=PORTION) == 0


def test_gate_without_a_limit_counts_nothing(settings: Any) -> None:
    settings.CREASPACE_DATA_ANSWERS_PER_MINUTE = 0
    gate = Gate()

    assert {gate.wait_for("a", now=NOON, weight=10_000) for _turn in range(3)} == {0}
    assert gate.untold == {}


@pytest.mark.parametrize("count", [1, 40])
def test_answers_take_few_questions_however_many_spaces(
    client: Client, django_assert_max_num_queries: Any, count: int
) -> None:
    scatter(count)
    data_views.bodies.kept.clear()

    for address in (*ADDRESSES[:3], "/data/spaces/box.json?box=-1,39,0,40"):
        with django_assert_max_num_queries(7):
            assert client.get(address).status_code == 200
