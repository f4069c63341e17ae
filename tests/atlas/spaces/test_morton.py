"""Positions along the curve: there and back, cells, and ranges that leave no position out."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from creaspace.atlas.spaces.morton import (
    BITS,
    NORTHMOST,
    SIDE,
    Box,
    NotABox,
    bounds_of,
    cell_of,
    cells_over,
    code_of,
    codes_in,
    cover,
    finest_level,
    interleave,
    position_of,
    separate,
)

longitudes = st.floats(-180, 180)
latitudes = st.floats(-90, 90)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    south, north = sorted([draw(latitudes), draw(latitudes)])
    return Box(draw(longitudes), south, draw(longitudes), north)


@given(x=st.integers(0, SIDE - 1), y=st.integers(0, SIDE - 1))
def test_interleaved_numbers_come_apart_again(x: int, y: int) -> None:
    assert separate(interleave(x, y)) == (x, y)
    assert 0 <= interleave(x, y) < 1 << 2 * BITS


@given(longitude=longitudes, latitude=st.floats(-NORTHMOST, NORTHMOST))
def test_position_comes_back_from_its_code(longitude: float, latitude: float) -> None:
    back = position_of(code_of(longitude, latitude))

    assert back == pytest.approx((longitude, latitude), abs=2e-6)


@given(longitude=longitudes, latitude=latitudes, level=st.integers(0, BITS))
def test_cell_holds_the_positions_whose_codes_begin_with_it(
    longitude: float, latitude: float, level: int
) -> None:
    code = code_of(longitude, latitude)
    first, after = codes_in(cell_of(code, level), level)

    assert first <= code < after


@given(longitude=st.floats(-179.9, 179.9), latitude=st.floats(-85, 85), level=st.integers(0, 20))
def test_bounds_of_a_cell_hold_its_positions(longitude: float, latitude: float, level: int) -> None:
    box = bounds_of(cell_of(code_of(longitude, latitude), level), level)

    slack = 1e-9
    assert box.west - slack <= longitude <= box.east + slack
    assert box.south - slack <= latitude <= box.north + slack


@given(box=boxes(), longitude=longitudes, latitude=latitudes, most=st.sampled_from([6, 10]))
def test_ranges_hold_every_position_of_the_box(
    box: Box, longitude: float, latitude: float, most: int
) -> None:
    assume(box.holds(longitude, latitude))

    ranges = cover(box, most)

    code = code_of(longitude, latitude)
    assert any(low <= code < high for low, high in ranges)


@given(box=boxes(), most=st.integers(1, 12))
def test_ranges_are_few_ordered_and_apart(box: Box, most: int) -> None:
    ranges = cover(box, most)

    assert 1 <= len(ranges) <= most
    edges = [edge for one in ranges for edge in one]
    assert edges == sorted(edges)
    assert all(one[1] < other[0] for one, other in pairwise(ranges))


@given(box=boxes(), level=st.integers(0, 5), longitude=longitudes, latitude=latitudes)
def test_cells_over_a_box_hold_every_position_of_it(
    box: Box, level: int, longitude: float, latitude: float
) -> None:
    assume(box.holds(longitude, latitude))

    assert cell_of(code_of(longitude, latitude), level) in cells_over(box, level)


def test_tile_has_the_number_of_its_x_and_y() -> None:
    """Valencia lies in tile 9/255/194 of the usual scheme."""
    assert cell_of(code_of(-0.3763, 39.4699), 9) == interleave(255, 194)


def test_code_of_known_positions() -> None:
    assert code_of(-180, 90) == 0
    assert code_of(180, -90) == (1 << 2 * BITS) - 1
    assert code_of(0, 0) == interleave(SIDE // 2, SIDE // 2)


@pytest.mark.parametrize("pole", [90, 85.06, -90, -85.06])
def test_poles_belong_to_the_outermost_row(pole: float) -> None:
    _x, y = separate(code_of(12, pole))

    assert y == (0 if pole > 0 else SIDE - 1)


def test_box_across_the_date_line_leaves_the_other_side_of_the_earth_out() -> None:
    ranges = cover(Box(170, -20, -170, 10), 10)

    within = [code_of(179, 0), code_of(-179, 0), code_of(180, 5), code_of(-180, 5)]
    without = [code_of(0, 0), code_of(120, 0), code_of(-120, 0)]
    assert all(any(low <= code < high for low, high in ranges) for code in within)
    assert not any(low <= code < high for low, high in ranges for code in without)


def test_whole_world_is_one_range() -> None:
    assert cover(Box(-180, -90, 180, 90), 10) == ((0, 1 << 2 * BITS),)


def test_point_is_one_narrow_range() -> None:
    ((low, high),) = cover(Box(2.17, 41.38, 2.17, 41.38), 6)

    assert high - low <= 4


@pytest.mark.parametrize(
    "numbers",
    [(-181, 0, 0, 0), (0, 10, 5, 0), (0, 0, 0, 91), (0, float("nan"), 1, 1), (float("inf"),) * 4],
)
def test_numbers_that_enclose_nothing_are_no_box(numbers: tuple[float, ...]) -> None:
    with pytest.raises(NotABox):
        Box(*numbers)


def test_finest_level_keeps_to_the_number_of_cells() -> None:
    box = Box(-10, 35, 5, 45)

    level = finest_level(box, most_cells=64, levels=range(3, 14))

    assert len(cells_over(box, level)) <= 64 < len(cells_over(box, level + 1))
