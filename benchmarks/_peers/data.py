"""The same spaces in the forms that the peers read, made once beside the copy they come from."""

import sqlite3
from array import array
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks._copies import FOLDER, GENERATOR, Copy

SPACES = """
SELECT space.slug, space.name, space.local_name, space.description, concept.notation,
  space.country_id, space.city_name, space.longitude, space.latitude
FROM spaces_space AS space LEFT JOIN vocabularies_concept AS concept ON concept.id = space.kind_id
WHERE space.longitude IS NOT NULL
"""
TABLES = """
CREATE TABLE space (
  id INTEGER PRIMARY KEY, slug TEXT, name TEXT, local_name TEXT, description TEXT, kind TEXT,
  country TEXT, city TEXT, longitude REAL, latitude REAL
);
CREATE VIRTUAL TABLE space_box USING rtree(id, west, east, south, north);
CREATE VIRTUAL TABLE space_fts USING fts5(
  name, local_name, description, content='space', content_rowid='id'
);
"""
FILL = """
INSERT INTO space_box SELECT id, longitude, longitude, latitude, latitude FROM space;
INSERT INTO space_fts (space_fts) VALUES ('rebuild');
ANALYZE;
"""


def folder_of(copy: Copy) -> Path:
    folder = FOLDER / f"peers-{copy.spaces}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def is_fresh(made: Path) -> bool:
    """Whether it was made after the generator last changed."""
    if not made.exists():
        return False
    return made.stat().st_mtime > max(path.stat().st_mtime for path in (*GENERATOR, Path(__file__)))


def table_of(copy: Copy) -> Path:
    """The spaces that have a position, with an R*Tree of boxes and an FTS5 index of words."""
    target = folder_of(copy) / "spaces.sqlite"
    if not is_fresh(target):
        part = target.with_suffix(".part")
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as connection:
            connection.executescript(TABLES)
            connection.executemany(
                "INSERT INTO space VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _numbered(copy)
            )
            connection.executescript(FILL)
            connection.commit()
        part.replace(target)
    return target


def _numbered(copy: Copy) -> Iterator[tuple[Any, ...]]:
    for row in copy.rows(SPACES):
        yield (int(row[0].removeprefix("generated-")), *row)


def points_of(copy: Copy) -> Path:
    """Longitude and latitude of all, one pair after the other, as 64-bit floats."""
    target = folder_of(copy) / "points.f64"
    if not is_fresh(target):
        points = array("d")
        with closing(sqlite3.connect(table_of(copy))) as connection:
            for pair in connection.execute("SELECT longitude, latitude FROM space ORDER BY id"):
                points.extend(pair)
        target.write_bytes(points.tobytes())
    return target


def numbers_of(copy: Copy) -> list[int]:
    """The numbers of the spaces there are."""
    with closing(sqlite3.connect(table_of(copy))) as connection:
        return [number for (number,) in connection.execute("SELECT id FROM space ORDER BY id")]
