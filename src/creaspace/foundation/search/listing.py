"""The first results in short, for programs: no passages, nothing marked."""

import json
from collections.abc import Sequence

from django.db import connection

from creaspace.core.languages import address_in, fallback_chain, reader_language
from creaspace.core.viewer import Viewer
from creaspace.foundation.search.analysis import query_of
from creaspace.foundation.search.asking import count_open, look, narrowed

COLUMNS = "id, subject_label, slug, address, names"


def in_short(words: str, *, viewer: Viewer, limit: int, code: str = "") -> list[dict[str, str]]:
    """Room, slug, name and address of the records that `reading.find` would list first."""
    reader = reader_language()
    expression = narrowed(query_of(words, reader), [], [])
    if expression is None:
        return []
    places = look([expression], viewer=viewer, most=limit)[0].places
    kept = _kept([place.entry for place in places])
    return [
        _told(*kept[place.entry], reader=reader, code=code or reader.lower())
        for place in places
        if place.entry in kept
    ]


def _kept(entries: Sequence[int]) -> dict[int, list[str]]:
    """Room, slug, address and names of entries, in plain SQL: programs ask often."""
    if not entries:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {COLUMNS} FROM search_entry WHERE id IN ({', '.join(map(str, entries))})"  # noqa: S608 -- whole numbers
        )
        return {key: rest for key, *rest in cursor.fetchall()}


def matching_count(words: str, *, label: str, most: int) -> int | None:
    """How many public records of a room hold these words, at most so many; None: not in time."""
    expression = narrowed(query_of(words, reader_language()), [label], [])
    if expression is None:
        return 0
    return count_open([expression], most=most)[0]


def _told(
    label: str, slug: str, address: str, names: str, *, reader: str, code: str
) -> dict[str, str]:
    return {
        "room": label.partition(".")[0],
        "slug": slug,
        "name": name_for(json.loads(names), reader),
        "url": address_in(code, address) if address else "",
    }


def name_for(names: Sequence[Sequence[str]], reader: str) -> str:
    """The main name, unless there is one in the reader's own language."""
    own = {language: text for text, language in reversed(names)}
    first = names[0][0] if names else ""
    return next((own[tag] for tag in fallback_chain(reader) if tag in own), first)
