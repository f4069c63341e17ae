"""What a reader gets of a record's texts: the best language for each field, and its true state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import local
from typing import Any
from weakref import WeakSet

from django.db import models
from django.utils.functional import cached_property

from creaspace.core.languages import fallback_chain, reader_language
from creaspace.core.subjects import Subject, subject_of
from creaspace.foundation.languages.hashing import changed_blocks
from creaspace.foundation.languages.models import Texts

MISSING = "missing"
TRUST: dict[str, int] = {Texts.State.ORIGINAL: 0, Texts.State.REVIEWED: 1, Texts.State.DRAFT: 2}


@dataclass(frozen=True)
class Words:
    """One field as shown: the text, the language it is really in, and what to think of it."""

    text: str
    language: str
    state: str
    is_fallback: bool = False
    outdated_blocks: tuple[int, ...] = ()
    original_language: str = ""

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


class _Waiting(local):
    """Readings that nobody has opened yet; one query opens them all. Forgotten ones drop out."""

    def __init__(self) -> None:
        self.readings: WeakSet[Reading] = WeakSet()


_waiting = _Waiting()


def forget_waiting(**_sent: Any) -> None:
    """What one page attached and never read is no business of the next."""
    _waiting.readings.clear()


@dataclass(eq=False)
class Reading:
    """The texts of one record for readers of one language, read when first asked for."""

    record: models.Model
    wanted: str
    subject: Subject = field(init=False)

    def __post_init__(self) -> None:
        self.subject = subject_of(self.record)
        _waiting.readings.add(self)

    @cached_property
    def rows(self) -> dict[str, Texts]:
        """By language; with these, the texts of all that were attached before and not yet read."""
        together = {self, *_waiting.readings}
        _waiting.readings.clear()
        by_subject: dict[Subject, dict[str, Texts]] = {each.subject: {} for each in together}
        for row in Texts.objects.of_subjects(by_subject):
            by_subject[Subject(row.subject_label, row.subject_key)][row.language] = row
        for reading in together:
            reading.__dict__["rows"] = by_subject[reading.subject]
        return by_subject[self.subject]

    @property
    def original(self) -> Texts | None:
        return next((row for row in self.rows.values() if row.is_original), None)

    def words(self, name: str) -> Words:
        """The field in the wanted language or its nearest; else as first written; else missing."""
        for tag in fallback_chain(self.wanted):
            if (row := self.rows.get(tag)) and row.text(name):
                return self._shown(row, name, is_fallback=False)
        for row in self._by_trust():
            if row.text(name):
                return self._shown(row, name, is_fallback=True)
        return self._column(name)

    def _by_trust(self) -> list[Texts]:
        return sorted(self.rows.values(), key=lambda row: (TRUST.get(row.state, 3), row.language))

    def _shown(self, row: Texts, name: str, *, is_fallback: bool) -> Words:
        source = self.original
        outdated: list[int] = []
        if source and not row.is_original:
            outdated = changed_blocks(row.made_from.get(name, []), source.text(name))
        return Words(
            text=row.text(name),
            language=row.language,
            state=row.state,
            is_fallback=is_fallback,
            outdated_blocks=tuple(outdated),
            original_language=source.language if source else "",
        )

    def _column(self, name: str) -> Words:
        """The record's own column, for what was never written as a text."""
        text = str(getattr(self.record, name, "") or "")
        tag = getattr(self.record, "source_language", "") or "en"
        is_fallback = bool(text) and tag not in fallback_chain(self.wanted)
        state = Texts.State.ORIGINAL if text else MISSING
        return Words(text, tag, state, is_fallback=is_fallback, original_language=tag)


def attach_texts(records: Iterable[Any], language: str = "") -> list[Any]:
    """Give each record its `texts` (a `Reading`); what a page attaches is read in one query."""
    wanted = language or reader_language()
    listed = list(records)
    for record in listed:
        record.texts = Reading(record, wanted)
    return listed


def texts_of(record: Any) -> Reading:
    """The record's texts, read once and kept on it while the language stays the same."""
    reading: Reading | None = getattr(record, "texts", None)
    if reading is None or reading.wanted != reader_language():
        attach_texts([record])
        reading = record.texts
    return reading


def is_readers(language: str) -> bool:
    """Whether words in this language need no other; words in none never do."""
    return not language or language in fallback_chain(reader_language())


def attach_names(records: Iterable[Any]) -> None:
    """Read at once the texts of those records that may be called otherwise by this reader."""
    attach_texts(row for row in records if not is_readers(getattr(row, "source_language", "")))


def column_words(record: Any, name: str) -> Words:
    """A short column as its reader can have it: translated, unless it has changed since.

    The texts are asked only where another language is needed.
    """
    own, language = str(getattr(record, name)), getattr(record, "source_language", "")
    if not own or is_readers(language):
        return Words(own, reader_language(), Texts.State.ORIGINAL)
    found = texts_of(record).words(name)
    if found and not found.outdated_blocks:
        return found
    return Words(own, language, Texts.State.ORIGINAL, is_fallback=True)


def name_of(record: Any) -> Words:
    """What a record is called: its name in the reader's language where it was given one.

    A name that was never written as a text is in no language but its own, and is not marked. What
    a record calls itself in a script its reader reads comes before any translation.
    """
    here = reader_language()
    called = getattr(record, "called", None)
    if called is not None and called.is_own_first:
        return Words(called.first, called.first_language or here, Texts.State.ORIGINAL)
    if not is_readers(getattr(record, "source_language", "")):
        reading = texts_of(record)
        if any(row.text("name") for row in reading.rows.values()):
            return reading.words("name")
    return Words(str(record), here, Texts.State.ORIGINAL)


def completeness(rows: Sequence[Texts], names: Sequence[str]) -> dict[str, float]:
    """For each language the share of the original's fields that are there and current, 0 to 1."""
    source = next((row for row in rows if row.is_original), None)
    wanted = [name for name in names if source and source.text(name)]
    if not source or not wanted:
        return {}
    return {
        row.language: sum(_is_current(row, source, name) for name in wanted) / len(wanted)
        for row in rows
    }


def _is_current(row: Texts, source: Texts, name: str) -> bool:
    if row.is_original:
        return True
    made_from = row.made_from.get(name, [])
    return bool(row.text(name)) and not changed_blocks(made_from, source.text(name))


def best_of(kept: dict[str, Any], wanted: str) -> list[Words]:
    """The texts of a kept version (`{tag: {"state", "texts"}}`), each in the best language."""
    order = [tag for tag in [*fallback_chain(wanted), *_by_state(kept)] if tag in kept]
    names = dict.fromkeys(name for tag in order for name in kept[tag]["texts"])
    return [_first(kept, order, name, wanted) for name in names]


def _by_state(kept: dict[str, Any]) -> list[str]:
    return sorted(kept, key=lambda tag: (TRUST.get(kept[tag]["state"], 3), tag))


def _first(kept: dict[str, Any], order: list[str], name: str, wanted: str) -> Words:
    for tag in order:
        if text := kept[tag]["texts"].get(name):
            is_fallback = tag not in fallback_chain(wanted)
            return Words(text, tag, kept[tag]["state"], is_fallback=is_fallback)
    return Words("", wanted, MISSING)
