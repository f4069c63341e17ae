"""What one space adds to the counts of the map: cells of several levels for each trait. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from creaspace.atlas.spaces.morton import cell_of
from creaspace.atlas.spaces.traits import EVERY

WHOLE = 0  # level 0 counts every space that shows, also those without a position
COARSEST = 3
FINEST = 13  # for all spaces and for each kind: tiles up to zoom 9
FINEST_OF_TRAITS = 10  # for every other trait
Key = tuple[int, int, int]  # level, trait, cell


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

    def cells(self) -> Iterable[Key]:
        every = (EVERY, *self.fine, *self.coarse)
        yield from ((WHOLE, trait, 0) for trait in every)
        if self.code is None:
            return
        for level in range(COARSEST, FINEST + 1):
            cell = cell_of(self.code, level)
            counted = every if level <= FINEST_OF_TRAITS else (EVERY, *self.fine)
            yield from ((level, trait, cell) for trait in counted)


class Changes:
    """Sums to be added to the cells: how many spaces, longitudes, latitudes, keys of spaces."""

    def __init__(self) -> None:
        self.sums: dict[Key, list[int]] = defaultdict(lambda: [0, 0, 0, 0])

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
        for key in counted.cells():
            sums = self.sums[key]
            for place, number in enumerate(added):
                sums[place] += number

    def rows(self) -> list[tuple[int, ...]]:
        """Level, trait, cell and the four sums, for every cell in which something changes."""
        return [(*key, *sums) for key, sums in sorted(self.sums.items()) if any(sums)]
