"""Adding to the cells of the map, and summing them anew; in SQL that both engines read."""

from collections.abc import Sequence

from django.db import connection

from creaspace.atlas.spaces.cells import COARSEST, FINEST, FINEST_OF_TRAITS, WHOLE
from creaspace.atlas.spaces.morton import BITS
from creaspace.atlas.spaces.traits import EVERY

ROWS_AT_ONCE = 400
ADD = """
INSERT INTO spaces_cell AS kept (level, trait, cell, count, longitude_e6, latitude_e6, keys)
VALUES {rows}
ON CONFLICT (level, trait, cell) DO UPDATE SET
  count = kept.count + excluded.count,
  longitude_e6 = kept.longitude_e6 + excluded.longitude_e6,
  latitude_e6 = kept.latitude_e6 + excluded.latitude_e6,
  keys = kept.keys + excluded.keys
"""
DROP_EMPTY = """
DELETE FROM spaces_cell WHERE count = 0 AND (level, trait, cell) IN (VALUES {rows})
"""
SUM = """
INSERT INTO spaces_cell (level, trait, cell, count, longitude_e6, latitude_e6, keys)
SELECT {level}, {trait}, {cell}, count(*),
  sum(CASE WHEN spot.code IS NULL THEN 0 ELSE spot.longitude_e6 END),
  sum(CASE WHEN spot.code IS NULL THEN 0 ELSE spot.latitude_e6 END),
  sum(spot.space_id)
FROM spaces_spot AS spot {joined}
WHERE {which}
GROUP BY 1, 2, 3
"""
OF_TRAITS = (
    "JOIN spaces_traitsetmember AS member "
    "ON member.trait_set IN (spot.part_a, spot.part_b, spot.part_c)"
)
OF_FINE = f"{OF_TRAITS} JOIN spaces_traitname AS name ON name.number = member.trait"
LEVELS = (WHOLE, *range(COARSEST, FINEST + 1))


def add_to_cells(rows: Sequence[tuple[int, ...]]) -> None:
    """Add these sums (level, trait, cell, four sums) and drop the cells that are empty now."""
    with connection.cursor() as cursor:
        for start in range(0, len(rows), ROWS_AT_ONCE):
            part = rows[start : start + ROWS_AT_ONCE]
            marks = ", ".join(["(%s, %s, %s, %s, %s, %s, %s)"] * len(part))
            cursor.execute(ADD.format(rows=marks), [number for row in part for number in row])
            less = [row[:3] for row in part if row[3] < 0]
            if less:
                marks = ", ".join(["(%s, %s, %s)"] * len(less))
                numbers = [number for row in less for number in row]
                cursor.execute(DROP_EMPTY.format(rows=marks), numbers)


def sum_level(level: int, *, fine_facets: Sequence[str]) -> None:
    """Sum the cells of one level anew from the spots."""
    shift = 2 * (BITS - level)
    cell = "0" if level == WHOLE else f"spot.code >> {shift}"
    placed = "TRUE" if level == WHOLE else "spot.code IS NOT NULL"
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM spaces_cell WHERE level = %s", [level])
        every = SUM.format(level=level, trait=EVERY, cell=cell, joined="", which=placed)
        cursor.execute(every)
        joined, which, values = OF_TRAITS, placed, list[str]()
        if level > FINEST_OF_TRAITS:
            marks = ", ".join(["%s"] * len(fine_facets)) or "NULL"
            joined, values = OF_FINE, list(fine_facets)
            which = f"{placed} AND name.facet IN ({marks})"
        sums = SUM.format(level=level, trait="member.trait", cell=cell, joined=joined, which=which)
        cursor.execute(sums, values)
