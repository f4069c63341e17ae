"""The data addresses of the atlas on the real programme: whatever is asked, data or a sentence."""

from http import HTTPStatus

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.site.scene import Scene
from tests.site.test_headers import broken_promises
from tests.site.test_parameters import HOSTILE, RAW, encoded

DATA = (
    *("/data/spaces/tiles/0/0/0.json", "/data/spaces/box.json", "/data/spaces/facets.json"),
    *("/data/spaces.geojson", "/data/spaces.csv"),
)
NAMES = (
    *("q", "box", "near", "within", "sort", "page", "at", "country", "kind", "activity"),
    *("former_use", "formality", "exactness", "usable", "disagree", "checked", "programme_role"),
    "nothing_of_ours",
)
GOOD = {HTTPStatus.OK, HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND}
VALUES = [*map(encoded, HOSTILE.values()), *RAW.values()]


def wrong(client: Client, addresses: list[str]) -> list[str]:
    """Addresses without data and without a sentence that says why."""
    found = []
    for address in addresses:
        said = client.get(address)
        has_sentence = said.status_code == HTTPStatus.OK or b"error" in said.content
        if said.status_code not in GOOD or not has_sentence:
            found.append(f"{said.status_code} {address[:120]}")
    return found


@pytest.mark.parametrize("value", VALUES, ids=[*HOSTILE, *RAW])
def test_data_addresses_bear_hostile_values(scene: Scene, value: str):
    asked = [f"{DATA[0]}?{name}={value}" for name in NAMES]
    asked += [f"{address}?q={value}&box={value}" for address in DATA]

    assert wrong(scene.client("stranger"), asked) == []


@pytest.mark.parametrize("value", VALUES, ids=[*HOSTILE, *RAW])
def test_numbers_of_tiles_bear_hostile_values(scene: Scene, value: str):
    stranger = scene.client("stranger")
    addresses = [f"/data/spaces/tiles/{value}/0/0.json", f"/data/spaces/tiles/2/{value}/1.json"]

    assert {stranger.get(address).status_code for address in addresses} <= {*GOOD, 301, 302}


def test_data_addresses_keep_what_every_answer_promises(scene: Scene):
    assert broken_promises(scene.client("stranger"), list(DATA)) == []


def test_atlas_of_the_real_programme_counts_as_its_picture_does(scene: Scene):
    said = scene.client("stranger").get("/data/spaces/facets.json").json()

    roles = said["facets"]["programme_role"]
    assert roles["study-visit-stop"] == 8
    assert roles["selected-participant"] == 5
    assert roles["context"] == 4
    assert said["facets"]["disagree"] == {"1": 1}
    assert said["facets"]["checked"] == {}
    assert said["exact"] is True


@settings(
    max_examples=50,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(name=st.sampled_from(NAMES), value=st.text(max_size=60), path=st.sampled_from(DATA))
def test_random_questions_get_data_or_a_sentence(scene: Scene, name: str, value: str, path: str):
    assert wrong(scene.client("stranger"), [f"{path}?{name}={encoded(value)}"]) == []
