"""Translations by text: wherever an original says this, its translations say that."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from creaspace.core.subjects import model_of
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.services import write_translation

Memory = Mapping[str, Mapping[str, str]]


def read_memory(file: Path) -> tuple[Memory, str, str]:
    """The translations of each text by language, the language they are from, and their state."""
    data = json.loads(file.read_text(encoding="utf-8"))
    source = data["meta"]["from"]
    return {row[source]: row for row in data["texts"]}, source, data["meta"]["state"]


@transaction.atomic
def translate_originals(
    *, memory: Memory, source: str, state: str, batch_of: Iterable[Texts], by: Viewer
) -> int:
    """Write the translations a memory holds for these originals; returns how many rows it wrote.

    What a person has translated or checked since stays as it is.
    """
    originals = [row for row in batch_of if row.language == source and row.is_original]
    written = 0
    for row, record in _with_records(originals):
        written += _translate(row, record, memory, source, state, by)
    return written


def _with_records(rows: list[Texts]) -> Iterator[tuple[Texts, Any]]:
    """Each row with its record, whoever may see it; one query for each kind."""
    by_label: dict[str, list[Texts]] = {}
    for row in rows:
        by_label.setdefault(row.subject_label, []).append(row)
    for label, listed in by_label.items():
        model = model_of(label)
        keys = [row.subject_key for row in listed]
        found = model._base_manager.in_bulk(keys) if model else {}
        pairs = ((row, found.get(int(row.subject_key))) for row in listed)
        yield from ((row, record) for row, record in pairs if record is not None)


def _translate(row: Texts, record: Any, memory: Memory, source: str, state: str, by: Viewer) -> int:
    taken = set(Texts.objects.about(record).exclude(state=state).values_list("language", flat=True))
    by_language: dict[str, dict[str, str]] = {}
    for field, text in row.fields.items():
        for language, translated in memory.get(text, {}).items():
            if language != source and language not in taken:
                by_language.setdefault(language, {})[field] = translated
    for language, fields in by_language.items():
        write_translation(about=record, language=language, fields=fields, state=state, by=by)
    return len(by_language)
