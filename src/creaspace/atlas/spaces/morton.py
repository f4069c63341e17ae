"""Positions as numbers along a Z-shaped curve, so that one sorted column answers for any box. Pure.

A code has 28 bits for each axis, interleaved: the even bits count eastwards from 180° west, the odd
ones southwards from 85.05° north, both in Web Mercator (EPSG:3857, the square of map tiles). A cell
of level g is the part of the square that 2^g × 2^g equal parts make; its number is the first 2·g
bits of every code inside it. Tile z/x/y of the usual scheme is therefore the cell of level z with
these x and y. Source: G. M. Morton (1966), "A computer oriented geodetic data base"; the projection
as in EPSG guidance note 7-2, section "Popular Visualisation Pseudo Mercator".

Unit of all angles: degrees, WGS 84. A code is exact to 1.3e-6° of longitude (0.15 m at the
equator). Towards the poles everything beyond 85.05° counts as 85.05°.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import asinh, atan, degrees, pi, radians, sinh, tan

BITS = 28
SIDE = 1 << BITS
NORTHMOST = 85.0511287798066  # where the square of Web Mercator ends
SPREAD = (  # (shift, mask): pulls the bits of a number of 32 bits apart, one place between each two
    (16, 0x0000FFFF0000FFFF),
    (8, 0x00FF00FF00FF00FF),
    (4, 0x0F0F0F0F0F0F0F0F),
    (2, 0x3333333333333333),
    (1, 0x5555555555555555),
)
SQUARES = 100  # into so many a box is cut, at most, before neighbours are joined
Range = tuple[int, int]


class NotABox(ValueError):
    """Four numbers that enclose no part of the Earth."""


@dataclass(frozen=True)
class Box:
    """West, south, east, north; where west lies beyond east the box crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west <= 180 and -180 <= self.east <= 180):
            raise NotABox("West and east lie between -180 and 180.")
        if not -90 <= self.south <= self.north <= 90:
            raise NotABox("South and north lie between -90 and 90, south first.")

    @property
    def parts(self) -> tuple["Box", ...]:
        """The box itself, or its two halves on either side of the date line."""
        if self.west <= self.east:
            return (self,)
        return (
            Box(self.west, self.south, 180, self.north),
            Box(-180, self.south, self.east, self.north),
        )

    def holds(self, longitude: float, latitude: float) -> bool:
        if not self.south <= latitude <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= longitude <= self.east
        return longitude >= self.west or longitude <= self.east


def spread(number: int) -> int:
    for shift, mask in SPREAD:
        number = (number | number << shift) & mask
    return number


def gather(number: int) -> int:
    """The other way: every second bit, closed up again."""
    number &= 0x5555555555555555
    for shift, mask in ((1, SPREAD[3][1]), (2, SPREAD[2][1]), (4, SPREAD[1][1])):
        number = (number | number >> shift) & mask
    number = (number | number >> 8) & SPREAD[0][1]
    return (number | number >> 16) & 0x00000000FFFFFFFF


def interleave(x: int, y: int) -> int:
    return spread(x) | spread(y) << 1


def separate(cell: int) -> tuple[int, int]:
    """x (eastwards) and y (southwards) of a cell or code."""
    return gather(cell), gather(cell >> 1)


def column_of(longitude: float) -> int:
    return min(int((longitude + 180.0) / 360.0 * SIDE), SIDE - 1)


def row_of(latitude: float) -> int:
    north = max(-NORTHMOST, min(NORTHMOST, latitude))
    share = (1.0 - asinh(tan(radians(north))) / pi) / 2.0
    return max(0, min(int(share * SIDE), SIDE - 1))


def code_of(longitude: float, latitude: float) -> int:
    """The number of a position, 56 bits."""
    return interleave(column_of(longitude), row_of(latitude))


def position_of(code: int) -> tuple[float, float]:
    """Longitude and latitude of the middle of a code's square."""
    x, y = separate(code)
    return (x + 0.5) / SIDE * 360.0 - 180.0, _latitude((y + 0.5) / SIDE)


def cell_of(code: int, level: int) -> int:
    return code >> 2 * (BITS - level)


def codes_in(cell: int, level: int) -> Range:
    """The first code in a cell, and the first one after it."""
    shift = 2 * (BITS - level)
    return cell << shift, (cell + 1) << shift


def bounds_of(cell: int, level: int) -> Box:
    """What a cell, and so a tile, covers."""
    x, y = separate(cell)
    count = 1 << level
    return Box(
        west=x / count * 360.0 - 180.0,
        south=_latitude((y + 1) / count),
        east=(x + 1) / count * 360.0 - 180.0,
        north=_latitude(y / count),
    )


def _latitude(share: float) -> float:
    return degrees(atan(sinh(pi * (1.0 - 2.0 * share))))


@lru_cache(maxsize=2048)
def cover(box: Box, most: int) -> tuple[Range, ...]:
    """Ranges of codes that hold every position of the box, `most` at most, in rising order.

    They also hold some positions outside it: whoever asks compares latitude and longitude too. The
    box is laid out in squares, neighbours along the curve are joined, and then the narrowest gaps
    are given up until no more than `most` ranges are left.
    """
    level = finest_level(box, most_cells=SQUARES, levels=range(BITS + 1))
    ranges = [codes_in(cell, level) for cell in sorted(cells_over(box, level))]
    joined = _joined(ranges)
    if len(joined) <= most:
        return tuple(joined)
    gaps = sorted(range(1, len(joined)), key=lambda at: joined[at - 1][1] - joined[at][0])
    starts = [0, *sorted(gaps[: most - 1])]
    ends = [*(at - 1 for at in starts[1:]), len(joined) - 1]
    return tuple(
        (joined[start][0], joined[end][1]) for start, end in zip(starts, ends, strict=True)
    )


def _joined(ranges: list[Range]) -> list[Range]:
    joined: list[Range] = []
    for low, high in ranges:
        if joined and joined[-1][1] == low:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return joined


def cells_over(box: Box, level: int) -> list[int]:
    """Every cell of a level that the box touches."""
    found: dict[int, None] = {}
    shift = BITS - level
    for part in box.parts:
        columns = range(column_of(part.west) >> shift, (column_of(part.east) >> shift) + 1)
        rows = range(row_of(part.north) >> shift, (row_of(part.south) >> shift) + 1)
        across = [spread(column) for column in columns]
        for y in (spread(row) << 1 for row in rows):
            found.update((x | y, None) for x in across)
    return list(found)


def finest_level(box: Box, *, most_cells: int, levels: range) -> int:
    """The finest of the levels at which the box touches no more than so many cells."""
    edges = [
        (column_of(part.west), row_of(part.north), column_of(part.east), row_of(part.south))
        for part in box.parts
    ]
    for level in reversed(levels):
        shift = BITS - level
        if most_cells >= sum(
            ((right >> shift) - (left >> shift) + 1) * ((bottom >> shift) - (top >> shift) + 1)
            for left, top, right, bottom in edges
        ):
            return level
    return levels[0]
