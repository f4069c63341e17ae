"""Translations by text: wherever an original says this, its translations say that."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from creaspace.core.subjects import Subject, model_of
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.services import Writing, write_all
from creaspace.foundation.statements import services
from creaspace.foundation.statements.models import Statement
from creaspace.foundation.statements.words import LABEL, words_in

Row = Mapping[str, str]


@dataclass(frozen=True)
class Memory:
    """What texts of one language say in others, and in which state these translations are."""

    source: str
    state: str
    rows: Mapping[tuple[str, str], Row]  # by text and field; without field where it says always so

    def translations(
        self, texts: Mapping[str, str], *, field: str = ""
    ) -> dict[str, dict[str, str]]:
        """For each language the texts it has words for, by name; `field` is what they speak of."""
        found: dict[str, dict[str, str]] = {}
        for name, text in texts.items():
            row = self.rows.get((text, field or name)) or self.rows.get((text, ""), {})
            for language in row.keys() - {self.source, "field"}:
                found.setdefault(language, {})[name] = row[language]
        return found


def read_memory(file: Path) -> Memory:
    data = json.loads(file.read_text(encoding="utf-8"))
    source = data["meta"]["from"]
    rows = {(row[source], row.get("field", "")): row for row in data["texts"]}
    return Memory(source, data["meta"]["state"], rows)


@transaction.atomic
def translate_originals(*, memory: Memory, batch_of: Iterable[Texts], by: Viewer) -> int:
    """Write the translations a memory holds for these originals; returns how many rows it wrote.

    What a person has translated or checked since stays as it is.
    """
    originals = [row for row in batch_of if row.language == memory.source and row.is_original]
    standing = _standing(originals)
    writings = [
        Writing(record, language, fields, memory.state)
        for row, record in _with_records(originals)
        for language, fields in memory.translations(row.fields).items()
        if _may_write(standing.get((row.subject, language)), memory, fields)
    ]
    write_all(writings=writings, by=by)
    return len(writings)


def _standing(originals: Iterable[Texts]) -> dict[tuple[Subject, str], Texts]:
    """The texts in all languages of the records these are originals of."""
    labels = {row.subject_label for row in originals}
    rows = Texts.objects.filter(subject_label__in=labels)
    return {(row.subject, row.language): row for row in rows}


def _may_write(known: Texts | None, memory: Memory, fields: Row) -> bool:
    """What is not there yet, or says otherwise and nobody has translated or checked since."""
    return known is None or (known.state == memory.state and known.fields != fields)


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


@transaction.atomic
def translate_statements(*, memory: Memory, by: Viewer) -> int:
    """Write the translations a memory holds for words of statements; returns how many rows.

    What is there already, and what a person has translated or checked since, stays as it is.
    """
    statements = Statement.objects.current().filter(source_language=memory.source)
    standing = {
        (row.subject_key, row.language): row for row in Texts.objects.filter(subject_label=LABEL)
    }
    translations = [
        Writing(statement, language, fields, memory.state)
        for statement in statements.iterator()
        for language, fields in memory.translations(
            words_in(statement), field=statement.field
        ).items()
        if _may_write(standing.get((str(statement.pk), language)), memory, fields)
    ]
    services.translate_statements(translations=translations, by=by)
    return len(translations)
