"""What one space adds to the counts of the map: cells of several levels for each trait. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from creaspace.atlas.spaces.morton import cell_of
from creaspace.atlas.spaces.traits import EVERY

WHOLE = 0  # level 0 counts every space that shows, also those without a position
COARSEST = 3
FINEST = 13  # for all spaces and for each kind: tiles up to zoom 9
FINEST_OF_TRAITS = 10  # for every other trait
LEVELS = (*range(FINEST, COARSEST - 1, -1), WHOLE)  # each is summed from the one before
Sums = defaultdict[tuple[int, int], list[int]]  # by trait and cell of one level


@dataclass(frozen=True)
class Counted:
    """What the cells know of a space: its key, where it is, and the numbers of its traits.

    Longitude and latitude in whole millionths of a degree: sums of whole numbers are exact, so
    that counting up and down again leaves nothing behind.
    """

    key: int
    code: int | None
    longitude_e6: int
    latitude_e6: int
    fine: frozenset[int]  # traits counted down to the finest level
    coarse: frozenset[int]


class Changes:
    """Sums to be added to the cells: how many spaces, longitudes, latitudes, keys of spaces.

    A space is added to its finest cells only; the others are the sums of those within them.
    """

    def __init__(self) -> None:
        self.levels: dict[int, Sums] = {level: _nothing() for level in LEVELS}

    def move(self, before: Counted | None, after: Counted | None) -> None:
        if before == after:
            return
        for counted, sign in ((before, -1), (after, 1)):
            if counted is not None:
                self._add(counted, sign)

    def _add(self, counted: Counted, sign: int) -> None:
        added = (
            sign,
            sign * counted.longitude_e6,
            sign * counted.latitude_e6,
            sign * counted.key,
        )
        for level, traits in (
            (FINEST, (EVERY, *counted.fine)),
            (FINEST_OF_TRAITS, tuple(counted.coarse)),
        ):
            placed = WHOLE if counted.code is None else level
            cell = 0 if counted.code is None else cell_of(counted.code, level)
            for trait in traits:
                _add_to(self.levels[placed][trait, cell], added)

    def rows(self) -> list[tuple[int, ...]]:
        """Level, trait, cell and the four sums, for every cell in which something changes."""
        summed = {level: _copied(sums) for level, sums in self.levels.items()}
        for level in LEVELS[:-1]:
            above = coarser(level)
            for (trait, cell), sums in summed[level].items():
                _add_to(summed[above][trait, 0 if above == WHOLE else cell >> 2], sums)
        return [
            (level, *key, *sums)
            for level in reversed(LEVELS)
            for key, sums in sorted(summed[level].items())
            if any(sums)
        ]


def coarser(level: int) -> int:
    """The level whose cells hold four of this one; the whole world, all of the coarsest."""
    return WHOLE if level == COARSEST else level - 1


def _nothing() -> Sums:
    return defaultdict(lambda: [0, 0, 0, 0])


def _copied(sums: Sums) -> Sums:
    copied = _nothing()
    copied.update((key, list(each)) for key, each in sums.items())
    return copied


def _add_to(sums: list[int], added: Sequence[int]) -> None:
    sums[0] += added[0]
    sums[1] += added[1]
    sums[2] += added[2]
    sums[3] += added[3]
