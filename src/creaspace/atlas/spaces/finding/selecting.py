"""The SQL of the atlas: which spots, from which index, in one text for both engines.

Every answer that reads many spots reads them from a covering index; rows of spaces are fetched by
key afterwards, and only those that are shown. `spot` is the name of the table in every text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from creaspace.atlas.spaces.facet_registry import part_of
from creaspace.atlas.spaces.morton import Box, Range, cover

RANGES = {"sqlite": 10, "postgresql": 6}
E6 = 1_000_000
COLUMN_OF = {"kind": "kind", "country": "country"}  # facets that stand in the index themselves
SPOTS = "spaces_spot AS spot"
LIVE = 20_000  # so many spots are counted one by one; above that the cells answer
OPENED = 8_000  # so many of the whole world are read from their rows, to be counted by facet
SAMPLE = 5_000
BEST = "(SELECT * FROM spaces_spot ORDER BY score DESC, space_id LIMIT 5000) AS spot"
SELECT = "SELECT {columns} FROM {source} WHERE {where} {tail}"
ANY_COLUMN = "kind or country"
MEMBERS = "SELECT member.trait_set FROM spaces_traitsetmember AS member WHERE member.trait IN"
PARTS = ("spot.part_a", "spot.part_b", "spot.part_c")
Traits = Mapping[str, Sequence[int]]


@dataclass
class Where:
    """Conditions of a question about spots, and the values in them."""

    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> "Where":
        self.conditions.append(condition)
        self.values += values
        return self

    @property
    def text(self) -> str:
        return " AND ".join(self.conditions) or "1 = 1"


def marks(values: Iterable[Any]) -> str:
    return ", ".join("%s" for _value in values)


def having(where: Where, traits: Traits, *, driven_by: str = ANY_COLUMN) -> Where:
    """Those with one of the numbers of every facet.

    Only the facet that drives may be looked up in an index of its own: a plus sign keeps the
    engine from choosing the index of another, and from leaving that of the order or the range.
    By default kind and country may drive, which stand in the indexes of ranges and scores.
    """
    for facet, numbers in traits.items():
        if facet in COLUMN_OF:
            plus = "" if driven_by in {facet, ANY_COLUMN} else "+"
            where.add(f"{plus}spot.{COLUMN_OF[facet]} IN ({marks(numbers)})", *numbers)
        else:
            part = PARTS[part_of(facet)] if facet == driven_by else f"+{PARTS[part_of(facet)]}"
            where.add(f"{part} IN ({MEMBERS} ({marks(numbers)}))", *numbers)
    return where


def inside(where: Where, box: Box | None) -> Where:
    """Those that stand in the box; positions in whole millionths of a degree."""
    if box is None:
        return where
    where.add("spot.code IS NOT NULL")
    where.add("spot.latitude_e6 BETWEEN %s AND %s", round(box.south * E6), round(box.north * E6))
    west, east = round(box.west * E6), round(box.east * E6)
    if box.west <= box.east:
        return where.add("spot.longitude_e6 BETWEEN %s AND %s", west, east)
    return where.add("(spot.longitude_e6 >= %s OR spot.longitude_e6 <= %s)", west, east)


def select(columns: str, *, source: str = SPOTS, where: str = "1 = 1", tail: str = "") -> str:
    return SELECT.format(columns=columns, source=source, where=where, tail=tail)


def among(keys: Sequence[int], where: Where) -> Where:
    """Those with one of these keys that also meet the conditions."""
    both = Where().add(f"spot.space_id IN ({marks(keys)})", *keys)
    return both.add(where.text, *where.values)


def from_ranges(
    columns: str, ranges: Sequence[Range], where: Where, *, most: int = 0
) -> tuple[str, list[Any]]:
    """One SELECT for each range of codes, put together: an OR of ranges would read the table."""
    within = f"spot.code >= %s AND spot.code < %s AND {where.text}"
    branch = select(columns, where=within, tail=f"LIMIT {most}" if most else "")
    if most:
        branch = select("*", source=f"({branch}) AS part")
    values = [value for low, high in ranges for value in (low, high, *where.values)]
    return " UNION ALL ".join([branch] * len(ranges)), values


def ranges_of(box: Box) -> tuple[Range, ...]:
    return cover(box, RANGES[connection.vendor])


def rows(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def number(sql: str, values: Sequence[Any] = ()) -> int:
    """The one number a question answers, 0 where there is nothing to sum."""
    return int(rows(sql, values)[0][0] or 0)


def in_parts(keys: Sequence[int], size: int = 500) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), size):
        yield keys[start : start + size]
