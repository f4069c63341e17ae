import re

import pytest

from creaspace.core.tiles import CORNERS, EDGES, FIELDS, FIGURES, HEARTS, Shape, tile_of

SEEDS = [f"space-{number}" for number in range(400)]
NUMBER = re.compile(r"-?(?:\d+\.\d+|\.\d+|\d+)")


def test_tile_of_a_seed_is_always_the_same():
    assert tile_of("st-spot") == tile_of("st-spot")


def test_tile_of_a_known_seed_does_not_change_with_the_code():
    shapes = tile_of("cospace")

    assert shapes[0] == Shape("a", "M-8-8h16v16h-16z")
    assert len(shapes) == 7


def test_tiles_of_many_seeds_differ():
    drawn = {tuple(tile_of(seed)) for seed in SEEDS}

    assert len(drawn) >= 390


def test_tile_is_small_on_the_wire():
    longest = max(sum(len(shape.path) + 28 for shape in tile_of(seed)) for seed in SEEDS)

    assert longest < 1200


@pytest.mark.parametrize("seed", ["", "沘江", "x" * 5000])
def test_tile_can_be_drawn_from_any_text(seed: str):
    assert tile_of(seed)


def test_parts_with_straight_sides_are_unchanged_by_turns_and_mirroring():
    parts = [path for pair in (*CORNERS, *EDGES, *FIGURES) for path in pair] + [*HEARTS, *FIELDS]
    straight = [path for path in parts if path and not set(path.lower()) & set("ahv")]

    assert len(straight) >= 10
    for path in straight:
        numbers = [float(number) for number in NUMBER.findall(path)]
        corners = set(zip(numbers[::2], numbers[1::2], strict=True))
        assert corners == {(-y, x) for x, y in corners}, path
        assert corners == {(-x, y) for x, y in corners}, path


def test_tile_stays_inside_its_field():
    for seed in SEEDS:
        for shape in tile_of(seed):
            moves = re.findall(r"[ML](-?[\d.]+)[ ]?(-?[\d.]+)", shape.path)
            assert all(abs(float(x)) <= 8 and abs(float(y)) <= 8 for x, y in moves)
