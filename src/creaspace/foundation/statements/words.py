"""The words of a statement as texts: its value, its wording, its note, its codebook or rule.

They are translated like every text, in a row per language about the statement. A value in several
parts has a text for each: `value.0`, `value.1`. Names, and what is quoted in another language than
its note, are no texts and stay as they are.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from creaspace.core.languages import fallback_chain, reader_language
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.reading import (
    MISSING,
    Words,
    attach_texts,
    is_readers,
    texts_of,
)
from creaspace.foundation.statements.fields import Field, field_of
from creaspace.foundation.statements.models import Statement

LABEL = "statements.statement"
BESIDE = ("note", "basis_note")


def value_words(value: Any, field: Field) -> dict[str, str]:
    """The words within a value, each under the name of its text; none for numbers and codes."""
    if field.kind == "text" and isinstance(value, str):
        return {"value": value}
    if field.kind in {"texts", "parts"} and isinstance(value, list):
        parts = [part.get("source") if isinstance(part, dict) else part for part in value]
        told = enumerate(parts)
        return {f"value.{place}": part for place, part in told if isinstance(part, str) and part}
    return {}


def words_in(statement: Statement) -> dict[str, str]:
    """All that can be translated of a statement, by the names of its texts."""
    told = {name: str(getattr(statement, name)) for name in BESIDE}
    if statement.wording_language == statement.source_language:
        field = field_of(statement.subject_label, statement.field)
        told |= {"wording": statement.wording, **value_words(statement.value, field)}
    return {name: text for name, text in told.items() if text}


def language_of(statement: Statement, name: str) -> str:
    """The language a text of a statement was written in; empty for what is in none."""
    return statement.source_language if name in BESIDE else statement.wording_language


def words_of(statement: Statement, name: str, own: str) -> Words:
    """One text of a statement as its reader gets it; `own` is what was written."""
    language = language_of(statement, name)
    if not own or is_readers(language):
        return Words(own, reader_language(), Texts.State.ORIGINAL, original_language=language)
    found = Words("", language, MISSING)
    if language == statement.source_language and statement.pk:
        found = texts_of(statement).words(name)
    return found or Words(own, language, Texts.State.ORIGINAL, is_fallback=True)


def kept_words(kept: Mapping[str, Any], name: str, own: str) -> Words:
    """The same of a statement kept in a version, as plain data."""
    named = "source_language" if name in BESIDE else "wording_language"
    language = str(kept.get(named, ""))
    if is_readers(language):
        return Words(own, reader_language(), Texts.State.ORIGINAL)
    texts: Mapping[str, Any] = kept.get("texts", {})
    for tag in fallback_chain(reader_language()):
        if text := texts.get(tag, {}).get("texts", {}).get(name):
            return Words(text, tag, texts[tag]["state"], original_language=language)
    return Words(own, language, Texts.State.ORIGINAL, is_fallback=True)


def attach_words(statements: Iterable[Statement]) -> None:
    """Read the texts of all these statements at once; none where every word is the reader's."""
    attach_texts(row for row in statements if not is_readers(row.source_language) and words_in(row))


def translations_of(statements: Iterable[Statement]) -> dict[str, dict[str, Any]]:
    """The translations of statements as plain data, by key and language; one query at most."""
    found: dict[str, dict[str, Any]] = {}
    keys = {str(row.pk) for row in statements if words_in(row)}
    if not keys:
        return found
    rows = Texts.objects.of_all(LABEL, keys).exclude(state=Texts.State.ORIGINAL)
    for row in rows.order_by("language"):
        kept = {"state": row.state, "texts": row.fields}
        found.setdefault(row.subject_key, {})[row.language] = kept
    return found
