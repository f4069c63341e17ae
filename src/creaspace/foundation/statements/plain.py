"""Statements as plain data, for JSON, exports and kept versions."""

from typing import Any

from creaspace.foundation.statements.evidence import Evidence
from creaspace.foundation.statements.models import Source, Statement

OPTIONAL = (
    "basis_note",
    "wording",
    "wording_language",
    "observed_on",
    "valid_from",
    "valid_to",
    "note",
)


def statement_data(row: Statement) -> dict[str, Any]:
    """One statement; what is empty is left out."""
    data = {
        "field": row.field,
        "value": row.value,
        "precision": row.precision,
        "basis": row.basis,
        "source": {"slug": row.source.slug, "title": row.source.title},
    }
    if row.source.address:
        data["source"]["address"] = row.source.address
    return data | {name: getattr(row, name) for name in OPTIONAL if getattr(row, name)}


def source_data(source: Source) -> dict[str, Any]:
    """One source with its address, kind and dates; what is empty is left out."""
    names = ("slug", "title", "language", "kind", "address", "said_on", "licence", "note")
    data = {name: getattr(source, name) for name in names if getattr(source, name)}
    return data | ({"read_on": source.read_on.isoformat()} if source.read_on else {})


def evidence_data(evidence: Evidence) -> dict[str, Any]:
    """All public statements of a record, which of them are shown, and its sources."""
    shown = {known.shown.pk for known in evidence.known.values()}
    return {
        "statements": [
            {**statement_data(row), "shown": row.pk in shown} for row in evidence.statements
        ],
        "sources": [source_data(source) for source in evidence.sources],
    }
