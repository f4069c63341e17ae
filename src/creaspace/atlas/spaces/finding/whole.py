"""Every space that fits a question, in parts, with constant memory."""

from collections.abc import Iterator

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.finding.answers import Atlas
from creaspace.atlas.spaces.finding.nearby import around
from creaspace.atlas.spaces.finding.selecting import (
    Where,
    having,
    in_parts,
    inside,
    rows,
    select,
)

PART = 500


def parts_of(query: AtlasQuery) -> Iterator[list[int]]:
    """Keys of all spaces that fit: by distance, by the words, or in the order they were added."""
    atlas = Atlas(query)
    if query.is_round:
        near = around(query, atlas.hits if query.words else None)
        yield from (list(part) for part in in_parts([key for key, _km in near], PART))
    elif query.words:
        yield from (list(part) for part in in_parts(atlas.hits, PART))
    else:
        yield from _walk(query)


def _walk(query: AtlasQuery) -> Iterator[list[int]]:
    last = 0
    while True:
        where = inside(having(Where(), query.traits), query.area).add("spot.space_id > %s", last)
        tail = f"ORDER BY spot.space_id LIMIT {PART}"
        keys = [
            key
            for (key,) in rows(select("spot.space_id", where=where.text, tail=tail), where.values)
        ]
        if not keys:
            return
        yield keys
        last = keys[-1]
