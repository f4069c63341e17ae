import pytest

from creaspace.core.units import units_of


def test_small_count_has_one_tile_for_each():
    drawn = units_of(11)

    assert (drawn.tiles, drawn.step) == (11, 1)
    assert drawn.path.count("M") == 11


@pytest.mark.parametrize(
    ("count", "tiles", "step"), [(100, 100, 1), (101, 51, 2), (180, 90, 2), (1840, 92, 20)]
)
def test_large_count_lets_a_tile_stand_for_a_round_number(count: int, tiles: int, step: int):
    drawn = units_of(count)

    assert (drawn.tiles, drawn.step) == (tiles, step)


def test_endless_count_draws_no_more_than_asked():
    assert units_of(10**12).tiles == 100
