"""Words together with filters, boxes and a steward's own drafts."""

from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.finding import Atlas, Count, drafts_of
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.work import place_waiting
from creaspace.core.viewer import STRANGER
from creaspace.foundation.search.services import catch_up
from tests.atlas.spaces.factories import (
    make_concept,
    make_country,
    make_member,
    make_space,
    make_steward,
    say,
)

pytestmark = pytest.mark.django_db
KUNMING = {"latitude": 25.04, "longitude": 102.83, "precision": "building"}
VALENCIA = {"latitude": 39.47, "longitude": -0.376, "precision": "district"}


@pytest.fixture
def lofts() -> dict[str, Space]:
    for code in ("CN", "ES"):
        make_country(code)
    make_concept("place-types", "studio")
    made = {
        "loft": make_space(
            "loft", name="Kunming Loft", local_name="创库", local_language="zh-Hans"
        ),
        "mill": make_space("mill", name="The mill", published_at=None),
        "stage": make_space("stage", name="Loft stage"),
    }
    say(made["loft"], batch="a", country="CN", kind="studio", position=KUNMING)
    say(made["stage"], batch="b", country="ES", position=VALENCIA)
    say(made["mill"], batch="c", country="ES", position=VALENCIA, description="A loft.")
    place_waiting()
    catch_up()
    return made


def ask(address: str) -> AtlasQuery:
    query = AtlasQuery.read(QueryDict(address))
    assert query.faults == ()
    return query


def found(address: str) -> list[str]:
    slugs = dict(Space.objects.values_list("pk", "slug"))
    return [slugs[key] for key in Atlas(ask(address)).keys(limit=20)]


@pytest.mark.parametrize(
    ("address", "slugs"),
    [
        ("q=loft", {"loft", "stage"}),
        ("q=创库", {"loft"}),
        ("q=loft&country=ES", {"stage"}),
        ("q=loft&kind=studio&country=CN", {"loft"}),
        ("q=loft&box=-1,39,0,40", {"stage"}),
        ("q=loft&box=-180,-90,180,90", {"loft", "stage"}),
        ("q=loft&near=39.5,-0.4&within=50", {"stage"}),
        ("q=loft&near=39.5,-0.4&sort=distance", {"loft", "stage"}),
        ("q=loft&sort=name", {"loft", "stage"}),
        ("q=nothing", set()),
    ],
)
def test_words_and_filters_find_together(
    lofts: dict[str, Space], address: str, slugs: set[str]
) -> None:
    atlas = Atlas(ask(address))

    assert set(found(address)) == slugs
    assert atlas.count() == Count(len(slugs))
    assert atlas.tally().total == len(slugs)


def test_nearest_with_the_words_comes_first(lofts: dict[str, Space]) -> None:
    assert found("q=loft&near=39.5,-0.4&sort=distance") == ["stage", "loft"]
    assert found("q=loft&near=25,102&sort=distance") == ["loft", "stage"]


def test_counts_beside_words_say_what_choosing_would_find(lofts: dict[str, Space]) -> None:
    tally = Atlas(ask("q=loft&country=ES")).tally()

    assert tally.counts["country"] == {"CN": 1, "ES": 1}
    assert tally.counts["kind"] == {"-": 1}


def test_tile_holds_what_has_the_words(lofts: dict[str, Space], client: Client) -> None:
    said: Any = client.get("/data/spaces/tiles/0/0/0.json?q=创库").json()

    assert [space["slug"] for space in said["spaces"]] == ["loft"]


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("", True),
        ("country=ES", True),
        ("country=CN", False),
        ("q=loft", True),
        ("q=nothing", False),
        ("box=-1,39,0,40", True),
        ("box=100,20,110,30", False),
        ("near=39.5,-0.4&within=50", True),
        ("near=41,-0.4&within=50", False),
    ],
)
def test_steward_finds_own_drafts_and_nobody_else_does(
    lofts: dict[str, Space], address: str, fits: bool
) -> None:
    steward = make_steward(lofts["mill"])

    assert [space.slug for space in drafts_of(steward, ask(address))] == ["mill"] * fits
    assert drafts_of(STRANGER, ask(address)) == []
    assert drafts_of(make_member(), ask(address)) == []
    assert "mill" not in found(address)


def test_own_drafts_cost_a_stranger_nothing(
    lofts: dict[str, Space], django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        drafts_of(STRANGER, ask(""))
    with django_assert_num_queries(1):
        drafts_of(make_member_now(), ask(""))


def make_member_now() -> Any:
    from creaspace.foundation.people.models import Person  # noqa: PLC0415 -- unsaved, no query

    return Person(pk=999_999)
