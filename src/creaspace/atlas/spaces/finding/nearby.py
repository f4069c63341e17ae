"""What is near a place: rings of growing size, each a box first and a circle then."""

from collections.abc import Sequence
from typing import Any

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.circles import HALF_WAY_ROUND_KM, box_around
from creaspace.atlas.spaces.finding.estimating import estimate
from creaspace.atlas.spaces.finding.selecting import (
    E6,
    LIVE,
    Where,
    among,
    from_ranges,
    having,
    in_parts,
    inside,
    ranges_of,
    rows,
    select,
)
from creaspace.atlas.spaces.morton import Box
from creaspace.foundation.places.distances import distance_km

RINGS_KM = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1_000.0, 3_000.0, HALF_WAY_ROUND_KM)
COLUMNS = "spot.space_id, spot.latitude_e6, spot.longitude_e6"
Near = tuple[int, float]  # the key of a space, and kilometres
Hits = Sequence[int] | None  # keys with the words; None: no words were asked for


def nearest(query: AtlasQuery, hits: Hits, *, limit: int, offset: int = 0) -> list[Near]:
    """The nearest first; beyond `within_km` nothing."""
    needed = offset + limit
    found: list[Near] = []
    for ring in _rings(query):
        found = _within(query, hits, ring, needed)
        if len(found) >= needed:
            break
    return found[offset:needed]


def around(query: AtlasQuery, hits: Hits) -> list[Near]:
    """All that stands within the distance asked for, the nearest first."""
    return _within(query, hits, query.within_km or HALF_WAY_ROUND_KM, LIVE)


def _rings(query: AtlasQuery) -> list[float]:
    furthest = query.within_km or HALF_WAY_ROUND_KM
    return [*(ring for ring in RINGS_KM if ring < furthest), furthest]


def _within(query: AtlasQuery, hits: Hits, km: float, needed: int) -> list[Near]:
    centre = query.near or (0.0, 0.0)
    box = box_around(*centre, km)
    guess = estimate(box, query.traits)
    if guess.most == 0 or (guess.most < needed and km < (query.within_km or HALF_WAY_ROUND_KM)):
        return []
    spots = _spots(query, hits, box, live=guess.around <= LIVE)
    measured = [
        (key, distance_km(centre, (latitude / E6, longitude / E6)))
        for key, latitude, longitude in spots
    ]
    return sorted((each for each in measured if each[1] <= km), key=lambda each: (each[1], each[0]))


def _spots(query: AtlasQuery, hits: Hits, box: Box, *, live: bool) -> list[tuple[Any, ...]]:
    """Spots in the ring; where they are too many, the best told of them."""
    where = inside(inside(having(Where(), query.traits), query.box), box)
    if hits is not None:
        return _of_hits(hits, where)
    if live:
        return rows(*from_ranges(COLUMNS, ranges_of(box), where))
    tail = f"ORDER BY spot.score DESC, spot.space_id LIMIT {LIVE}"
    return rows(select(COLUMNS, where=where.text, tail=tail), where.values)


def _of_hits(hits: Sequence[int], where: Where) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    for part in in_parts(hits):
        both = among(part, where)
        found += rows(select(COLUMNS, where=both.text), both.values)
    return found
