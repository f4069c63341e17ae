"""What the atlas is asked when it is measured."""

import math

import pytest

from benchmarks._questions import OPERATIONS, Ground, box_of, lot_of, tile_of

VALENCIA, KUNMING = (-0.376, 39.47), (102.83, 24.88)
GROUND = Ground(spaces=1_000_000, places=[VALENCIA, KUNMING])
BY_NAME = {operation.name: operation for operation in OPERATIONS}


@pytest.mark.parametrize("operation", OPERATIONS, ids=[each.name for each in OPERATIONS])
def test_every_operation_draws_the_same_questions_again_and_others_for_another_round(operation):
    one = operation.paths(GROUND, "c1", many=50)

    assert operation.paths(GROUND, "c1", many=50) == one
    assert operation.paths(GROUND, "c8", many=50) != one


@pytest.mark.parametrize("operation", OPERATIONS, ids=[each.name for each in OPERATIONS])
def test_no_two_questions_of_data_have_one_address(operation):
    paths = operation.paths(GROUND, "c1", many=200) + operation.paths(GROUND, "c8", many=200)
    asked = [path for path in paths if "?" in path]

    assert len({*asked}) == len(asked)
    assert all("&at=c" in path for path in asked)


@pytest.mark.parametrize("name", ["space page", "one space as JSON"])
def test_spaces_are_drawn_from_all_there_are(name: str):
    paths = BY_NAME[name].paths(GROUND, "c1", many=400)

    numbers = [int("".join(filter(str.isdigit, path))) for path in paths]

    assert max(numbers) > 900_000
    assert min(numbers) < 100_000


def test_a_box_is_drawn_around_a_space():
    lot = lot_of("box", "c1")

    for _box in range(200):
        west, south, east, north = box_of(lot, GROUND)
        inside = [west < x < east and south < y < north for x, y in GROUND.places]
        assert any(inside)


def test_a_box_stays_on_the_map():
    lot = lot_of("box", "c1")
    ground = Ground(spaces=1, places=[(179.99, 84.99), (-179.99, -84.99)])

    boxes = [box_of(lot, ground) for _box in range(100)]

    assert max(east for _west, _south, east, _north in boxes) == 180
    assert min(south for _west, south, _east, _north in boxes) == -85


def test_a_tile_holds_the_space_it_was_drawn_for():
    lot = lot_of("tile", "c1")
    ground = Ground(spaces=1, places=[VALENCIA])
    zooms = set()

    for _tile in range(200):
        zoom, column, row = tile_of(lot, ground)
        west, north = _corner(zoom, column, row)
        east, south = _corner(zoom, column + 1, row + 1)
        assert west <= VALENCIA[0] < east
        assert south < VALENCIA[1] <= north
        zooms.add(zoom)

    assert zooms == set(range(15))


def _corner(zoom: int, column: int, row: int) -> tuple[float, float]:
    """Longitude and latitude of the north-western corner of a tile."""
    side = 1 << zoom
    latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / side))))
    return column / side * 360 - 180, latitude


def test_floors_stand_where_they_were_agreed():
    floors = {each.name: each.floor for each in OPERATIONS if each.floor}

    assert floors == {
        "box": 500,
        "one space as JSON": 850,
        "space page": 150,
        "word, Latin": 480,
        "word, Chinese": 250,
        "facets": 240,
        "tile, zooms 0 to 14": 640,
        "list page": 160,
    }
