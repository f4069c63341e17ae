import pytest

from creaspace.core.tiles import HALF, disc, square, tile_of
from creaspace.foundation.files.outlines import polygons


def area(polygon: list[tuple[float, float]]) -> float:
    pairs = zip(polygon, [*polygon[1:], polygon[0]], strict=True)
    return abs(sum(x * b - a * y for (x, y), (a, b) in pairs)) / 2


def test_square_has_the_corners_it_was_given():
    assert polygons(square(4)) == [[(-4.0, -4.0), (4.0, -4.0), (4.0, 4.0), (-4.0, 4.0)]]


def test_disc_is_round():
    (polygon,) = polygons(disc(2))

    assert area(polygon) == pytest.approx(12.566, rel=0.01)


def test_arc_bows_to_the_side_the_flag_names():
    (polygon,) = polygons("M0-8A8 8 0 0 1 8 0L0 0z")

    assert area(polygon) == pytest.approx(50.27, rel=0.01)


@pytest.mark.parametrize("seed", ["cospace", "st-spot", "friche-belle-de-mai", "ivam", "创库"])
def test_every_tile_is_drawn_within_its_edges(seed: str):
    drawn = [point for shape in tile_of(seed) for part in polygons(shape.path) for point in part]

    assert drawn
    assert all(abs(number) <= HALF + 0.01 for point in drawn for number in point)
