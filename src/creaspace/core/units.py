"""Counting by tiles: one tile is one unit, as long as that many can be counted."""

from math import ceil, sqrt
from typing import NamedTuple

PITCH, SIDE = 11, 9
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)


class Units(NamedTuple):
    tiles: int
    step: int
    width: int
    height: int
    path: str


def units_of(count: int, most: int = 100) -> Units:
    """Tiles in a field as near to a square as whole rows allow, ten or fewer in one line.

    A count above `most` is drawn with tiles that stand for 2, 5, 10 … units each; the last tile may
    then stand for less than the others.
    """
    step = next((step for step in STEPS if ceil(count / step) <= most), STEPS[-1])
    tiles = min(ceil(count / step), most)
    across = tiles if tiles <= 12 else ceil(sqrt(tiles))
    rows = ceil(tiles / across)
    path = "".join(
        f"M{PITCH * (at % across)} {PITCH * (at // across)}h{SIDE}v{SIDE}h-{SIDE}z"
        for at in range(tiles)
    )
    return Units(tiles, step, PITCH * across - PITCH + SIDE, PITCH * rows - PITCH + SIDE, path)
