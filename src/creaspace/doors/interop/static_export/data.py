"""The records of a programme as plain values: JSON for programs, tables for spreadsheets."""

import json
from typing import Any

from django.db import models

from creaspace.core.subjects import subject_of
from creaspace.doors.interop.static_export.contents import Contents
from creaspace.doors.interop.static_export.tables import table
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.statements.models import Mention, Source, Statement
from creaspace.foundation.statements.words import translations_of
from creaspace.foundation.vocabularies.models import Concept

HIDDEN = {"hidden_at", "hidden_because", "was_loaded_unasked", "is_demonstration"}
# Rows that are part of a record, by the names under which it reaches them.
PARTS = {
    "programmes.programme": ("objectives", "involvements"),
    "programmes.schedule": ("versions",),
    "calls.call": ("criteria", "rules", "commitments", "selections"),
    "visits.visit": ("days", "stops"),
    "workshops.workshop": ("talks", "conclusions"),
    "consultation.question": ("illustrations",),
    "spaces.space": ("aliases",),
    "people.organisation": ("aliases",),
}
MANY = {"spaces.space": ("activities",), "publications.output": ("spaces",)}
NAMES = ("slug", "code")  # what stands for a record in another one
SAID = [
    "field",
    "value",
    "wording",
    "wording_language",
    "precision",
    "basis",
    "basis_note",
    "observed_on",
    "valid_from",
    "valid_to",
    "note",
    "source_language",
]
SPACE_COLUMNS = [
    "slug",
    "name",
    "local_name",
    "roles",
    "kind",
    "country",
    "city",
    "city_name",
    "district",
    "region",
    "latitude",
    "longitude",
    "position_precision",
    "presence",
    "founded_on",
    "closed_on",
    "floor_area_m2",
    "capacity",
    "website",
    "description",
]
SOURCE_COLUMNS = [
    "slug",
    "kind",
    "title",
    "language",
    "address",
    "read_on",
    "said_on",
    "licence",
    "note",
]


def as_json(contents: Contents, about: dict[str, Any]) -> bytes:
    told = {
        "export": about,
        "records": {
            kind: [full(record, contents) for record in records]
            for kind, records in contents.records.items()
        },
        "participations": [plain(each) for each in contents.participations],
        "sources": [plain(source) for source in contents.sources],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def full(record: Any, contents: Contents) -> dict[str, Any]:
    """A record with its parts, its texts in every language, and what sources say of it."""
    subject = subject_of(record)
    named = Mention.objects.about(record).select_related("source")
    statements = contents.statements.get((subject.label, subject.key), [])
    translated = translations_of(statements)
    return {
        "kind": subject.label,
        **plain(record),
        "texts": {
            row.language: {"state": row.state, **row.fields}
            for row in Texts.objects.about(record).order_by("language")
        },
        "statements": [
            {**said(row), "texts": translated.get(str(row.pk), {})} for row in statements
        ],
        "consulted": [mention.source.slug for mention in named],
    }


def plain(record: models.Model, *, owner: type[models.Model] | None = None) -> dict[str, Any]:
    """The columns of a row, other records by their names, and the rows that are part of it."""
    told: dict[str, Any] = {}
    for column in record._meta.concrete_fields:
        points_back = owner is not None and column.related_model is owner
        if not (column.primary_key or column.name in HIDDEN or points_back):
            told[column.name] = _value(getattr(record, column.name))
    for several in MANY.get(record._meta.label_lower, ()):
        told[several] = [_value(each) for each in getattr(record, several).all()]
    for name in PARTS.get(record._meta.label_lower, ()):
        told[name] = [plain(row, owner=type(record)) for row in getattr(record, name).all()]
    return told


def _value(value: Any) -> Any:
    if isinstance(value, Concept):
        return f"{value.scheme.slug}/{value.notation}"
    if isinstance(value, models.Model):
        name = next((getattr(value, name) for name in NAMES if hasattr(value, name)), None)
        return plain(value) if name is None else name
    if value is None or isinstance(value, str | bool | int | float | list | dict):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def said(row: Statement) -> dict[str, Any]:
    return {"source": row.source.slug, **{name: getattr(row, name) for name in SAID}}


# ---- tables ----


def statements_table(contents: Contents) -> bytes:
    slugs = {tuple(subject_of(each)): each.slug for each in contents.everything}
    rows = (
        {"record_kind": key[0], "record": slugs[key], **said(row)}
        for key, statements in contents.statements.items()
        for row in statements
    )
    return table(["record_kind", "record", "source", *SAID], rows)


def sources_table(sources: list[Source]) -> bytes:
    return table(SOURCE_COLUMNS, (plain(source) for source in sources))


def spaces_table(contents: Contents) -> bytes:
    roles: dict[int, list[str]] = {}
    for each in contents.participations:
        roles.setdefault(each.space_id, []).append(each.role.notation)
    rows = (
        {**plain(space), "roles": " ".join(sorted(roles.get(space.pk, [])))}
        for space in contents.of("spaces")
    )
    return table(SPACE_COLUMNS, rows)
