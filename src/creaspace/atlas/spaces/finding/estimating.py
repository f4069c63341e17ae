"""How many spaces a question can find at most, from the cells of the map: under a millisecond."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

from creaspace.atlas.spaces.cells import COARSEST, FINEST, FINEST_OF_TRAITS, WHOLE
from creaspace.atlas.spaces.facet_registry import fine_facets
from creaspace.atlas.spaces.finding.selecting import Traits, marks, rows
from creaspace.atlas.spaces.morton import Box, cells_over, finest_level
from creaspace.atlas.spaces.traits import EVERY

MOST_CELLS = 64
SUM = """
SELECT trait, sum(count) FROM spaces_cell
WHERE level = %s AND trait IN ({traits}) AND cell IN ({cells}) GROUP BY trait
"""


@dataclass(frozen=True)
class Estimate:
    """`around`: all spaces in the cells that the box touches; `by_facet`: those of them that have
    one of the chosen values, for each facet."""

    around: int
    by_facet: dict[str, int]

    @property
    def most(self) -> int:
        """No more than so many can be found."""
        return min([self.around, *self.by_facet.values()])

    @property
    def share(self) -> float:
        """The share of spaces that fit, if facets had nothing to do with each other."""
        return prod(count / max(self.around, 1) for count in self.by_facet.values())

    @property
    def driver(self) -> str:
        """The facet to look up first: the rarest, or the kind: its index holds all that counts."""
        rarest = min(self.by_facet, key=lambda name: self.by_facet[name], default="")
        if "kind" in self.by_facet and self.by_facet["kind"] <= 4 * self.by_facet[rarest]:
            return "kind"
        return rarest


def estimate(box: Box | None, traits: Traits) -> Estimate:
    level, cells = WHOLE, [0]
    if box is not None:
        finest = FINEST if set(traits) <= fine_facets() else FINEST_OF_TRAITS
        level = finest_level(box, most_cells=MOST_CELLS, levels=range(COARSEST, finest + 1))
        cells = cells_over(box, level)
    wanted = [EVERY, *(each for numbers in traits.values() for each in numbers)]
    counts = _counts(level, cells, wanted)
    by_facet = {
        name: sum(counts.get(each, 0) for each in numbers) for name, numbers in traits.items()
    }
    return Estimate(counts.get(EVERY, 0), by_facet)


def _counts(level: int, cells: list[int], traits: Iterable[int]) -> dict[int, int]:
    wanted = list(traits)
    sql = SUM.format(traits=marks(wanted), cells=marks(cells))
    return {trait: int(count) for trait, count in rows(sql, [level, *wanted, *cells])}
