"""Lists, boxes, counts and what is near, compared with looking at every space by hand."""

from collections import Counter
from typing import Any

import pytest
from django.http import QueryDict

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.finding import Atlas, Count, Tile, answers, estimating, nearby, tiles
from creaspace.atlas.spaces.finding.fetching import fetch
from creaspace.atlas.spaces.finding.whole import parts_of
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.morton import bounds_of, cell_of, code_of, interleave, separate
from creaspace.foundation.places.distances import distance_km
from tests.atlas.spaces.scattering import scatter, those

pytestmark = pytest.mark.django_db
BOXES = {
    "Valencia": "-0.5,39.3,-0.2,39.6",
    "across the date line": "179.8,-18,-179.8,-16",
    "a whole hemisphere": "0,-90,180,90",
    "the Earth": "-180,-90,180,90",
    "nothing": "10,10,11,11",
}
CHOICES = (
    *("", "country=ES", "kind=stage&kind=studio", "usable=1&country=JP", "exactness=moves"),
    "country=ES&kind=stage&exactness=building",
)


@pytest.fixture
def spaces() -> list[Space]:
    return scatter(90)


def ask(address: str) -> Atlas:
    query = AtlasQuery.read(QueryDict(address))
    assert query.faults == ()
    return Atlas(query)


def fits(query: AtlasQuery, space: Space) -> bool:
    """Whether a space is to be found, said in other words than the SQL."""
    values: dict[str, set[str]] = {
        "country": {space.country_id or ""},
        "kind": {space.kind.notation if space.kind else "-"},
        "usable": {"1"} if space.use_by_others else set(),
        "exactness": {space.position_precision or "-", *(["moves"] if space.is_itinerant else [])},
    }
    if not all(values[facet] & set(wanted) for facet, wanted in query.chosen.items()):
        return False
    if query.box is None:
        return True
    if space.longitude is None or space.latitude is None:
        return False
    return query.box.holds(space.longitude, space.latitude)


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
@pytest.mark.parametrize("choice", CHOICES)
def test_box_and_choice_find_exactly_what_lies_there(
    spaces: list[Space], box: str, choice: str
) -> None:
    atlas = ask(f"box={box}&{choice}")

    expected = those(spaces, lambda space: fits(atlas.query, space))
    assert set(atlas.keys(limit=1000)) == expected
    assert atlas.count() == Count(len(expected))
    assert {key for part in parts_of(atlas.query) for key in part} == expected


@pytest.mark.parametrize("choice", CHOICES)
def test_choice_without_a_box_counts_spaces_without_a_position_too(
    spaces: list[Space], choice: str
) -> None:
    atlas = ask(choice)

    expected = those(spaces, lambda space: fits(atlas.query, space))
    assert set(atlas.keys(limit=1000)) == expected
    assert atlas.count() == Count(len(expected))


@pytest.mark.parametrize(
    "address", ["", "box=-180,-90,180,90", "country=ES", "usable=1&kind=stage"]
)
@pytest.mark.parametrize("sort", ["relevance", "new", "name"])
def test_pages_follow_the_order(spaces: list[Space], address: str, sort: str) -> None:
    atlas = ask(f"{address}&sort={sort}")
    orders: dict[str, Any] = {
        "relevance": lambda space: (-space.score, space.pk),
        "new": lambda space: (-space.changed_at.timestamp(), space.pk),
        "name": lambda space: (space.name.casefold(), space.pk),
    }

    pages = [atlas.keys(limit=7, offset=offset) for offset in (0, 7, 14)]

    listed = sorted((s for s in spaces if fits(atlas.query, s)), key=orders[sort])
    assert [key for page in pages for key in page] == [space.pk for space in listed[:21]]


@pytest.mark.parametrize("place", ["39.47,-0.38", "-17.1,180", "89.9,0"])
@pytest.mark.parametrize("choice", ["", "country=ES", "within=15"])
def test_nearest_come_first(spaces: list[Space], place: str, choice: str) -> None:
    atlas = ask(f"near={place}&sort=distance&{choice}")
    latitude, longitude = (float(part) for part in place.split(","))
    far = {
        space.pk: distance_km((latitude, longitude), (space.latitude, space.longitude or 0.0))
        for space in spaces
        if space.latitude is not None and fits(atlas.query, space)
    }
    wanted = sorted(far, key=lambda key: (far[key], key))
    if "within" in choice:
        wanted = [key for key in wanted if far[key] <= 15]

    assert atlas.keys(limit=12) == wanted[:12]
    assert atlas.keys(limit=12, offset=5) == wanted[5:17]
    if "within" in choice:
        assert atlas.count() == Count(len(wanted))


@pytest.mark.parametrize("box", ["", *BOXES.values()], ids=["no box", *BOXES])
@pytest.mark.parametrize("choice", CHOICES)
def test_counts_by_facet_say_what_choosing_would_find(
    spaces: list[Space], box: str, choice: str
) -> None:
    atlas = ask(f"box={box}&{choice}")

    tally = atlas.tally()

    assert (tally.total, tally.is_exact) == (atlas.count().number, True)
    _compare(tally.counts, atlas.query, spaces)


def _compare(counts: dict[str, dict[str, int]], query: AtlasQuery, spaces: list[Space]) -> None:
    """A facet's counts leave its own choice out."""
    for facet, value_of in VALUES.items():
        other = query.without(facet)
        expected = Counter(value_of(space) for space in spaces if fits(other, space))
        expected.pop("", None)
        assert counts.get(facet, {}) == dict(expected), facet


VALUES: dict[str, Any] = {
    "country": lambda space: space.country_id,
    "kind": lambda space: space.kind.notation if space.kind else "-",
    "usable": lambda space: "1" if space.use_by_others else "",
}


@pytest.mark.parametrize("choice", CHOICES)
def test_counts_by_other_ways_are_the_same(
    spaces: list[Space], choice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if there were too many spaces to look at each: views, samples and sorted walks."""
    exact = ask(choice).tally()
    answers.tallies.kept.clear()
    monkeypatch.setattr(answers, "LIVE", 0)
    monkeypatch.setattr(answers, "OPENED", 0)

    sampled = ask(choice)

    assert sampled.tally() == exact
    assert set(sampled.keys(limit=1000)) == set(ask(choice).keys(limit=1000))


def test_crowded_box_is_estimated_from_the_squares_around_it(
    spaces: list[Space], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "LIVE", 5)
    monkeypatch.setattr(answers, "OPENED", 5)
    box = "-10,30,10,50"
    inside = those(spaces, lambda space: fits(ask(f"box={box}").query, space))

    count, tally = ask(f"box={box}").count(), ask(f"box={box}").tally()

    assert not count.is_exact
    assert not tally.is_exact
    assert count.number == tally.total == len(inside)  # nobody lives just outside
    assert sum(tally.counts["country"].values()) == len(inside)


TILES = [(0, 0, 0), (3, 3, 3), (5, 15, 12), (9, 255, 194), (12, 2043, 1555), (18, 0, 0)]


@pytest.mark.parametrize("tile", TILES)
@pytest.mark.parametrize("choice", CHOICES)
def test_tile_holds_all_that_lies_in_it(
    spaces: list[Space], tile: tuple[int, int, int], choice: str
) -> None:
    query = AtlasQuery.read(QueryDict(choice))
    zoom, x, y = tile
    bounds = bounds_of(interleave(x, y), zoom)
    inside = [
        space
        for space in spaces
        if space.longitude is not None
        and space.latitude is not None
        and fits(query, space)
        and bounds.holds(space.longitude, space.latitude)
    ]

    groups = Tile(query, zoom, x, y).groups()

    assert sum(group.count for group in groups) == len(inside)
    assert sum(group.count > 1 for group in groups) <= tiles.MOST_GROUPS
    keys = {space.pk for space in inside}
    assert {group.key for group in groups if group.count == 1} <= keys
    assert {*tiles.samples_of(groups, query).values()} <= keys
    for group in groups:
        slack = 1e-5
        box = group.bounds
        assert box.west - slack <= group.longitude <= box.east + slack
        assert box.south - slack <= group.latitude <= box.north + slack


def test_single_space_stands_where_it_is() -> None:
    (space,) = scatter(1, seed=4)
    assert space.longitude is not None

    (group,) = Tile(AtlasQuery(), 2, *_tile_of(space, 2)).groups()

    assert (group.key, group.count) == (space.pk, 1)
    assert (group.longitude, group.latitude) == pytest.approx((space.longitude, space.latitude))


def _tile_of(space: Space, zoom: int) -> tuple[int, int]:
    return separate(cell_of(code_of(space.longitude or 0, space.latitude or 0), zoom))


@pytest.mark.parametrize("tile", [(23, 0, 0), (-1, 0, 0), (2, 4, 0), (2, 0, -1), (99, 0, 0)])
def test_tile_that_is_not_on_the_map_is_refused(tile: tuple[int, int, int]) -> None:
    with pytest.raises(tiles.TileOutOfRange):
        Tile(AtlasQuery(), *tile)


def test_hidden_space_is_never_told_even_before_the_atlas_follows() -> None:
    (space,) = scatter(1)
    Space.objects.filter(pk=space.pk).update(hidden_at=space.changed_at)

    assert fetch([space.pk]) == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("box=1,2,3", "box"),
        ("box=0,10,5,0", "box"),
        ("box=nan,0,1,1", "box"),
        ("near=91,0", "place"),
        ("near=here", "place"),
        ("within=-1", "distance"),
        ("sort=colour", "colour"),
        ("sort=distance", "near which place"),
        ("page=0x1", "page"),
        ("country=ZZ", "ZZ"),
        ("kind=castle", "castle"),
        ("exactness=nowhere", "nowhere"),
        ("usable=yes", "yes"),
    ],
)
def test_value_that_cannot_be_is_left_out_with_a_sentence(address: str, told: str) -> None:
    scatter(3)

    query = AtlasQuery.read(QueryDict(address))

    assert len(query.faults) == 1
    assert told in query.faults[0]
    assert query.is_everything


def test_box_is_estimated_from_few_cells(
    spaces: list[Space], django_assert_num_queries: Any
) -> None:
    query = AtlasQuery.read(QueryDict("box=-1,39,0,40&kind=stage"))

    with django_assert_num_queries(1):
        guess = estimating.estimate(query.box, query.traits)

    inside = those(spaces, lambda space: fits(query, space))
    assert guess.most >= len(inside) > 0


def test_circle_over_a_pole_lies_in_a_box_all_the_way_round() -> None:
    box = nearby.box_around(89.9, 10, 100)

    assert (box.west, box.east, box.north) == (-180, 180, 90)
