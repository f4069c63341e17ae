"""What the atlas answers to anybody: keys in order, how many there are, and counts by facet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db import connection

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.cells import COARSEST, FINEST_OF_TRAITS, WHOLE
from creaspace.atlas.spaces.finding.estimating import MOST_CELLS, Estimate, estimate
from creaspace.atlas.spaces.finding.nearby import Near, around, nearest
from creaspace.atlas.spaces.finding.remembering import Remembered, edition
from creaspace.atlas.spaces.finding.selecting import (
    ANY_COLUMN,
    BEST,
    LIVE,
    OPENED,
    SAMPLE,
    SPOTS,
    Where,
    among,
    from_ranges,
    having,
    in_parts,
    inside,
    marks,
    number,
    ranges_of,
    rows,
    select,
)
from creaspace.atlas.spaces.finding.tallying import Tally, scaled, tally_spots, tally_traits
from creaspace.atlas.spaces.finding.wording import MOST_HITS, count_for, keys_for
from creaspace.atlas.spaces.morton import Box, cells_over, finest_level

COUNTED = "spot.part_a, spot.part_b, spot.part_c"
FEW = 3_000  # so many are sorted; above that the index of the order is walked
SORTED_BY_ALL = 100  # of a million spaces, boxes of up to 10,000 are sorted
ORDERS = {
    "relevance": "score DESC, space_id",
    "new": "changed_at DESC, space_id",
    "name": "sort_name, space_id",
}
BY_CELLS = """
SELECT trait, sum(count) FROM spaces_cell WHERE level = %s AND cell IN ({cells}) GROUP BY trait
"""
tallies = Remembered()


@dataclass(frozen=True)
class Count:
    """How many spaces there are; one that is not exact counts a little around the box too."""

    number: int
    is_exact: bool = True


class Atlas:
    """The public answers to one question; what several of them need is asked once."""

    def __init__(self, query: AtlasQuery) -> None:
        self.query = query

    @cached_property
    def estimate(self) -> Estimate:
        return estimate(self.query.area, self.query.traits)

    @cached_property
    def hits(self) -> list[int]:
        """Keys with the words, in order; those outside the box or not chosen are gone."""
        found = keys_for(self.query)
        if self._is_of_words:
            return found
        where = self._where()
        kept: set[int] = set()
        for part in in_parts(found):
            both = among(part, where)
            kept.update(_keys(select("spot.space_id", where=both.text), both.values))
        return [key for key in found if key in kept]

    @property
    def is_live(self) -> bool:
        """Whether every spot around can be looked at."""
        return self.estimate.around <= LIVE

    @cached_property
    def around(self) -> list[Near]:
        """All within the distance asked for, the nearest first."""
        return around(self.query, self.hits if self.query.words else None)

    def _where(self, *, driven_by: str = ANY_COLUMN) -> Where:
        where = having(Where(), self.query.traits, driven_by=driven_by)
        return inside(where, self.query.area)

    # ---- keys in order ----

    def keys(self, *, limit: int, offset: int = 0) -> list[int]:
        """Keys of one page of spaces, in the order asked for."""
        query = self.query
        if query.is_round:
            return [key for key, _km in self.around[offset : offset + limit]]
        if query.near and query.sort == "distance":
            return self._by_distance(limit=limit, offset=offset)
        if query.words:
            return self._of_hits(limit=limit, offset=offset)
        if query.area and self._is_box_sorted:
            return self._in_box(query.area, limit=limit, offset=offset)
        return self._walk(limit=limit, offset=offset)

    @property
    def _is_of_words(self) -> bool:
        """Whether words are all that is asked: then the index of words says everything."""
        return bool(self.query.words) and not (self.query.chosen or self.query.area)

    def _of_hits(self, *, limit: int, offset: int) -> list[int]:
        if self._is_of_words and self.query.sort == "relevance":
            return keys_for(self.query, most=offset + limit)[offset:]
        if self.query.sort in {"relevance", "distance"} or not self.hits:
            return self.hits[offset : offset + limit]
        order = _of_spot(ORDERS[self.query.sort])
        where = among(self.hits, Where())
        tail = f"ORDER BY {order} LIMIT {limit} OFFSET {offset}"
        return _keys(select("spot.space_id", where=where.text, tail=tail), where.values)

    @property
    def _is_box_sorted(self) -> bool:
        """Whether all in the box are sorted sooner than the first are met along the order.

        Sorting costs as much as there are in the box, walking the more the fewer they are of all.
        """
        inside = self.estimate.around
        return inside <= FEW or inside * inside <= SORTED_BY_ALL * estimate(None, {}).around

    def _in_box(self, box: Box, *, limit: int, offset: int) -> list[int]:
        by_score = self.query.sort not in {"new", "name"}
        columns = "spot.space_id, spot.score" if by_score else "spot.space_id"
        union, values = from_ranges(columns, ranges_of(box), self._where())
        page = f"LIMIT {limit} OFFSET {offset}"
        if by_score:
            source, tail = f"({union}) AS spot", f"ORDER BY {_of_spot(ORDERS['relevance'])} {page}"
        else:
            source = f"({union}) AS found JOIN {SPOTS} ON spot.space_id = found.space_id"
            tail = f"ORDER BY {_of_spot(ORDERS[self.query.sort])} {page}"
        return _keys(select("spot.space_id", source=source, tail=tail), values)

    def _walk(self, *, limit: int, offset: int) -> list[int]:
        """Along the index of the order; where few are to be found, they are sorted instead."""
        order = _of_spot(ORDERS.get(self.query.sort, ORDERS["relevance"]))
        is_rare = bool(self.query.chosen) and self._sorts_sooner(offset + limit)
        driver = ANY_COLUMN if order.startswith("spot.score") else ""
        where = self._where(driven_by=self.estimate.driver if is_rare else driver)
        if is_rare and connection.vendor == "sqlite":  # PostgreSQL weighs both ways itself
            order = f"+{order}"
        tail = f"ORDER BY {order} LIMIT {limit} OFFSET {offset}"
        return _keys(select("spot.space_id", where=where.text, tail=tail), where.values)

    def _sorts_sooner(self, wanted: int) -> bool:
        """Whether all that fit are sorted sooner than so many are met along the index."""
        steps = wanted / max(self.estimate.share, 1e-9)
        return self.estimate.most <= FEW or steps > 4 * self.estimate.most

    def _by_distance(self, *, limit: int, offset: int) -> list[int]:
        hits = self.hits if self.query.words else None
        return [key for key, _km in nearest(self.query, hits, limit=limit, offset=offset)]

    # ---- how many ----

    def count(self) -> Count:
        query = self.query
        if query.is_round:
            return Count(len(self.around), len(self.around) < LIVE)
        if query.words:
            return self._count_hits()
        if self.estimate.most == 0 or (query.area is None and self._is_kept):
            return Count(self.estimate.most)
        if query.area and self.is_live:
            union, values = from_ranges("1", ranges_of(query.area), self._where())
            return Count(number(select("count(*)", source=f"({union}) AS found"), values))
        if query.chosen:
            return self._count_chosen()
        return Count(self.estimate.around, is_exact=False)

    def _count_hits(self) -> Count:
        counted = count_for(self.query) if self._is_of_words else None
        number = len(self.hits) if counted is None else counted
        return Count(number, number < MOST_HITS)

    @property
    def _is_kept(self) -> bool:
        """Whether one sum that is kept says it: nothing chosen, or one value of one facet."""
        return sum(len(numbers) for numbers in self.query.traits.values()) <= 1

    def _count_chosen(self) -> Count:
        if self.estimate.most <= LIVE:
            where = self._where(driven_by=self.estimate.driver)
            return Count(number(select("count(*)", source=SPOTS, where=where.text), where.values))
        return Count(self._sample().total, is_exact=False)

    # ---- counts by facet ----

    def tally(self) -> Tally:
        """Counts by facet, remembered until the atlas changes."""
        key = (self.query.words, self.query.area, tuple(sorted(self.query.chosen.items())))
        tally: Tally = tallies.get_or_make(edition()[0], key, self._tally)
        return replace(tally, is_exact=False) if self.query.is_round else tally

    def _tally(self) -> Tally:
        query = self.query
        if query.words:
            return self._tally_hits()
        if query.area and self.is_live:
            where = inside(Where(), query.area)
            return tally_spots(
                rows(*from_ranges(COUNTED, ranges_of(query.area), where)), query.traits
            )
        if not query.chosen:
            return self._tally_cells()
        return self._tally_views()

    def _tally_hits(self) -> Tally:
        """Counts among all that have the words, whatever else is chosen."""
        everything = Atlas(AtlasQuery(words=self.query.words, box=self.query.area))
        spots: list[tuple[Any, ...]] = []
        for part in in_parts(everything.hits):
            where = among(part, Where())
            spots += rows(select(COUNTED, where=where.text), where.values)
        return tally_spots(spots, self.query.traits, is_exact=len(everything.hits) < MOST_HITS)

    def _tally_cells(self) -> Tally:
        level, cells = WHOLE, [0]
        if self.query.area:
            levels = range(COARSEST, FINEST_OF_TRAITS + 1)
            level = finest_level(self.query.area, most_cells=MOST_CELLS, levels=levels)
            cells = cells_over(self.query.area, level)
        sums = dict(rows(BY_CELLS.format(cells=marks(cells)), [level, *cells]))
        return tally_traits(sums, is_exact=self.query.area is None)

    def _tally_views(self) -> Tally:
        """One view for all that is chosen, and one without each facet for that facet's values."""
        whole = self._view()
        counts = {name: dict(values) for name, values in whole.counts.items()}
        is_exact = whole.is_exact
        for facet in self.query.chosen:
            other = Atlas(self.query.without(facet))
            view = other._view() if other.query.chosen else other.tally()
            counts[facet] = view.counts.get(facet, {})
            is_exact = is_exact and view.is_exact
        return Tally(whole.total, counts, is_exact)

    def _view(self) -> Tally:
        """Counts among those that have everything chosen."""
        key = ("view", self.query.area, tuple(sorted(self.query.chosen.items())))
        tally: Tally = tallies.get_or_make(edition()[0], key, self._view_anew)
        return tally

    def _view_anew(self) -> Tally:
        if self.estimate.most <= OPENED:
            where = self._where(driven_by=self.estimate.driver)
            return tally_spots(rows(select(COUNTED, where=where.text), where.values), {})
        return self._sample()

    def _sample(self) -> Tally:
        """Counts among the best told spaces, blown up to all."""
        where = self._where()
        found = rows(select(COUNTED, source=BEST, where=where.text), where.values)
        whole = max(1, estimate(None, {}).around)
        return scaled(tally_spots(found, {}), min(1.0, SAMPLE / whole))


def _keys(sql: str, values: Sequence[object]) -> list[int]:
    return [key for (key,) in rows(sql, values)]


def _of_spot(order: str) -> str:
    return ", ".join(f"spot.{part}" for part in order.split(", "))
