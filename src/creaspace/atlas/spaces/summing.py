"""Adding to the cells of the map, and summing them anew; in SQL that both engines read."""

from collections.abc import Sequence

from django.db import connection

from creaspace.atlas.spaces.cells import FINEST, FINEST_OF_TRAITS, LEVELS, WHOLE
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
SELECT {level}, trait, cell, sum(count), sum(longitude_e6), sum(latitude_e6), sum(keys)
FROM ({parts}) AS part
GROUP BY trait, cell
"""
OF_SPOTS = """
SELECT {trait} AS trait, {cell} AS cell, count(*) AS count,
  sum(CASE WHEN spot.code IS NULL THEN 0 ELSE spot.longitude_e6 END) AS longitude_e6,
  sum(CASE WHEN spot.code IS NULL THEN 0 ELSE spot.latitude_e6 END) AS latitude_e6,
  sum(spot.space_id) AS keys
FROM spaces_spot AS spot {joined}
WHERE spot.code IS {placed} AND {which}
GROUP BY 1, 2
"""
OF_CELLS = """
SELECT trait, {cell} AS cell, count, longitude_e6, latitude_e6, keys
FROM spaces_cell WHERE level = {finer}
"""
OF_TRAITS = (
    "JOIN spaces_traitsetmember AS member "
    "ON member.trait_set IN (spot.part_a, spot.part_b, spot.part_c) "
    "JOIN spaces_traitname AS name ON name.number = member.trait"
)


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
    """Sum the cells of one level anew: from the next finer ones, as far as those count it.

    What begins at this level, and what lies nowhere, comes from the spots.
    """
    marks = ", ".join(["%s"] * len(fine_facets)) or "''"
    is_fine, is_coarse = f"name.facet IN ({marks})", f"name.facet NOT IN ({marks})"
    parts: list[str] = []
    if level == FINEST:
        parts = [_every(level), _traits(level, is_fine)]
    elif level == FINEST_OF_TRAITS:
        parts = [_of_finer(level), _traits(level, is_coarse)]
    elif level == WHOLE:
        parts = [_of_finer(level), _every(level), _traits(level, "TRUE")]
    else:
        parts = [_of_finer(level)]
    statement = SUM.format(level=level, parts=" UNION ALL ".join(parts))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM spaces_cell WHERE level = %s", [level])
        cursor.execute(statement, list(fine_facets) * (level in {FINEST, FINEST_OF_TRAITS}))


def _of_finer(level: int) -> str:
    finer = LEVELS[LEVELS.index(level) - 1]
    return OF_CELLS.format(cell="0" if level == WHOLE else "cell >> 2", finer=finer)


def _every(level: int) -> str:
    return OF_SPOTS.format(trait=EVERY, joined="", which="TRUE", **_where(level))


def _traits(level: int, which: str) -> str:
    return OF_SPOTS.format(trait="member.trait", joined=OF_TRAITS, which=which, **_where(level))


def _where(level: int) -> dict[str, str]:
    """The cell of a spot at a level; at that of the whole world, of spots that lie nowhere."""
    if level == WHOLE:
        return {"cell": "0", "placed": "NULL"}
    return {"cell": f"spot.code >> {2 * (BITS - level)}", "placed": "NOT NULL"}
