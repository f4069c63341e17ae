"""Statements as plain data, for JSON, exports and kept versions."""

from collections.abc import Sequence
from typing import Any

from creaspace.foundation.statements.evidence import Evidence
from creaspace.foundation.statements.models import Source, Statement
from creaspace.foundation.statements.words import translations_of, words_in

OPTIONAL = (
    "basis_note",
    "wording",
    "wording_language",
    "observed_on",
    "valid_from",
    "valid_to",
    "note",
)


def statements_data(rows: Sequence[Statement]) -> list[dict[str, Any]]:
    """Statements with the translations of their words; one query for all of them."""
    translated = translations_of(rows)
    return [_statement(row, translated.get(str(row.pk), {})) for row in rows]


def _statement(row: Statement, texts: dict[str, Any]) -> dict[str, Any]:
    """One statement; what is empty is left out."""
    source = {
        "slug": row.source.slug,
        "title": row.source.title,
        "language": row.source.language,
        "address": row.source.address,
    }
    data = {
        "field": row.field,
        "value": row.value,
        "precision": row.precision,
        "basis": row.basis,
        "source": {name: value for name, value in source.items() if value},
        "source_language": row.source_language if words_in(row) else "",
        "texts": texts,
    }
    data |= {name: getattr(row, name) for name in OPTIONAL}
    kept = {"field", "value", "precision", "basis", "source"}
    return {name: value for name, value in data.items() if value or name in kept}


def source_data(source: Source) -> dict[str, Any]:
    """One source with its address, kind and dates; what is empty is left out."""
    names = ("slug", "title", "language", "kind", "address", "said_on", "licence", "note")
    data = {name: getattr(source, name) for name in names if getattr(source, name)}
    return data | ({"read_on": source.read_on.isoformat()} if source.read_on else {})


def evidence_data(evidence: Evidence) -> dict[str, Any]:
    """All public statements of a record, which of them are shown, and its sources."""
    shown = {known.shown.pk for known in evidence.known.values()}
    told = zip(evidence.statements, statements_data(evidence.statements), strict=True)
    return {
        "statements": [{**data, "shown": row.pk in shown} for row, data in told],
        "sources": [source_data(source) for source in evidence.sources],
    }
