"""One tile of the map: single spaces where they stand, groups where they are many."""

from dataclasses import dataclass
from typing import Any

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.cells import FINEST, FINEST_OF_TRAITS
from creaspace.atlas.spaces.facet_registry import fine_facets
from creaspace.atlas.spaces.finding.answers import Atlas
from creaspace.atlas.spaces.finding.selecting import (
    BEST,
    E6,
    LIVE,
    SPOTS,
    Where,
    among,
    having,
    in_parts,
    inside,
    marks,
    rows,
    select,
)
from creaspace.atlas.spaces.morton import BITS, Box, bounds_of, codes_in, interleave
from creaspace.atlas.spaces.traits import EVERY

FINER = 4  # a tile is laid out in 16 × 16 squares
MOST_GROUPS = 40  # else in 8 × 8, or 4 × 4: nothing is ever left out
DEEPEST = 22
COLUMNS = "spot.code, spot.longitude_e6, spot.latitude_e6, spot.space_id"
KEPT = """
SELECT cell, sum(count), sum(longitude_e6), sum(latitude_e6), sum(keys) FROM spaces_cell
WHERE level = %s AND trait IN ({traits}) AND cell >= %s AND cell < %s GROUP BY cell
"""
SUMS = "count(*), sum(spot.longitude_e6), sum(spot.latitude_e6), min(spot.space_id)"


class TileOutOfRange(ValueError):
    """No tile of the map has these numbers."""


@dataclass(frozen=True)
class Group:
    """Spaces in one square of the tile; of a single one `key` tells which."""

    cell: int
    level: int
    count: int
    longitude_e6: int
    latitude_e6: int
    key: int

    @property
    def longitude(self) -> float:
        return self.longitude_e6 / self.count / E6

    @property
    def latitude(self) -> float:
        return self.latitude_e6 / self.count / E6

    @property
    def bounds(self) -> Box:
        return bounds_of(self.cell, self.level)


class Tile:
    """Tile z/x/y of the usual scheme, for one question."""

    def __init__(self, query: AtlasQuery, z: int, x: int, y: int) -> None:
        if not (0 <= z <= DEEPEST and 0 <= x < 1 << z and 0 <= y < 1 << z):
            raise TileOutOfRange
        self.query, self.zoom, self.number = query, z, interleave(x, y)
        self.level = min(z + FINER, BITS)
        self.is_exact = True

    def groups(self) -> list[Group]:
        """All squares in which there is something, at most so many of them with several spaces."""
        found = self._groups()
        level = self.level
        while sum(group.count > 1 for group in found) > MOST_GROUPS:
            level -= 1
            found = _coarser(found, level)
        return found

    def _groups(self) -> list[Group]:
        if self.query.words:
            return self._of_hits()
        traits = self._kept_traits()
        return self._live() if traits is None else self._from_cells(traits)

    def _kept_traits(self) -> list[int] | None:
        """The traits whose cells answer, or None where spots have to be looked at."""
        query = self.query
        if query.area or len(query.chosen) > 1 or self.level > FINEST:
            return None
        if not query.chosen:
            return [EVERY]
        ((facet, numbers),) = query.traits.items()
        finest = FINEST if facet in fine_facets() else FINEST_OF_TRAITS
        is_one = len(numbers) == 1 or facet in {"kind", "country"}  # of these a space has one
        return list(numbers) if is_one and self.level <= finest else None

    def _from_cells(self, traits: list[int]) -> list[Group]:
        deeper = 2 * (self.level - self.zoom)
        first, after = self.number << deeper, (self.number + 1) << deeper
        found = rows(KEPT.format(traits=marks(traits)), [self.level, *traits, first, after])
        return self._made(found)

    def _live(self) -> list[Group]:
        where = inside(having(Where(), self.query.traits), self.query.area)
        low, high = codes_in(self.number, self.zoom)
        source = SPOTS
        if self._is_crowded():
            self.is_exact = False
            source = BEST
        where.add("spot.code >= %s AND spot.code < %s", low, high)
        columns = f"spot.code >> {2 * (BITS - self.level)}, {SUMS}"
        sql = select(columns, source=source, where=where.text, tail="GROUP BY 1")
        return self._made(rows(sql, where.values))

    def _is_crowded(self) -> bool:
        """Whether too many spots lie in the tile to look at, and too many fit what is chosen."""
        bounds = bounds_of(self.number, self.zoom)
        within = Atlas(AtlasQuery(chosen=self.query.chosen, box=bounds)).estimate
        return within.around > 5 * LIVE and within.most > LIVE

    def _of_hits(self) -> list[Group]:
        shift = 2 * (BITS - self.level)
        low, high = codes_in(self.number, self.zoom)
        sums: dict[int, list[int]] = {}
        for part in in_parts(Atlas(self.query).hits):
            where = Where().add("spot.code >= %s AND spot.code < %s", low, high)
            both = among(part, where)
            found = rows(select(COLUMNS, where=both.text), both.values)
            for code, longitude, latitude, key in found:
                known = sums.setdefault(code >> shift, [0, 0, 0, key])
                for place, number in enumerate((1, longitude, latitude)):
                    known[place] += number
        return self._made([(cell, *numbers) for cell, numbers in sums.items()])

    def _made(self, found: list[tuple[Any, ...]]) -> list[Group]:
        return [
            Group(int(cell), self.level, int(count), int(east), int(north), int(key))
            for cell, count, east, north, key in found
            if count > 0
        ]


def _coarser(groups: list[Group], level: int) -> list[Group]:
    """The same spaces in squares of four times the size."""
    sums: dict[int, list[int]] = {}
    for group in groups:
        known = sums.setdefault(group.cell >> 2 * (group.level - level), [0, 0, 0, 0])
        numbers = (group.count, group.longitude_e6, group.latitude_e6, group.key)
        for place, number in enumerate(numbers):
            known[place] += number
    return [Group(cell, level, *numbers) for cell, numbers in sums.items()]


def samples_of(groups: list[Group], query: AtlasQuery) -> dict[int, int]:
    """One space by key for each cell: of a single one itself, of a group the first on the curve."""
    known = {group.cell: group.key for group in groups if group.count == 1}
    several = [group for group in groups if group.count > 1]
    if not several:
        return known
    where = inside(having(Where(), query.traits), query.area)
    one = select("spot.space_id", where=f"spot.code >= %s AND spot.code < %s AND {where.text}")
    columns = ", ".join([f"({one} ORDER BY spot.code LIMIT 1)"] * len(several))
    values = [
        value for group in several for value in (*codes_in(group.cell, group.level), *where.values)
    ]
    found = rows(f"SELECT {columns}", values)[0]
    return known | {
        group.cell: key for group, key in zip(several, found, strict=True) if key is not None
    }
