"""Recording what sources say: only ever adding, and withdrawing with a date."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from creaspace.core.subjects import Subject, subject_of
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.services import Writing, write_all
from creaspace.foundation.records.models import Version
from creaspace.foundation.records.services import keep_version, note_act
from creaspace.foundation.statements.models import Batch, Mention, Source, Statement
from creaspace.foundation.statements.plain import statements_data
from creaspace.foundation.statements.signals import statements_recorded
from creaspace.foundation.statements.words import words_in


@dataclass(frozen=True)
class Saying:
    """A statement about to be recorded: what is said, by which source, on which basis."""

    field: str
    value: Any
    source: Source
    basis: str = Statement.Basis.READ
    basis_note: str = ""
    wording: str = ""
    wording_language: str = ""
    precision: str = Statement.Precision.EXACT
    observed_on: str = ""
    valid_from: str = ""
    valid_to: str = ""
    note: str = ""
    source_language: str = "en"  # of note and rule, and of the value where it can be translated
    is_public: bool = True

    def identity(self) -> str:
        """What makes two recordings the same statement."""
        parts = [getattr(self, name) for name in IDENTITY]
        return json.dumps([*parts, self.source.pk], sort_keys=True, ensure_ascii=False)


IDENTITY = [
    "field",
    "value",
    "basis",
    "basis_note",
    "wording",
    "precision",
    "observed_on",
    "valid_from",
    "valid_to",
    "note",
    "is_public",
]

LANGUAGES = ["wording_language", "source_language"]


def open_batch(*, slug: str, label: str, by: Viewer) -> Batch:
    """The batch of that name, made when it is not there; an undone one is open again."""
    batch, _made = Batch.objects.update_or_create(
        slug=slug,
        defaults={"label": label, "undone_at": None},
        create_defaults={
            "label": label,
            "by_id": by.pk,
            "by_label": by.label,
            "made_at": timezone.now(),
        },
    )
    return batch


def add_source(
    *,
    slug: str,
    kind: str,
    title: str,
    address: str = "",
    language: str = "en",
    read_on: date | None = None,
    said_on: str = "",
    licence: str = "",
    note: str = "",
) -> Source:
    """Add a source, or answer the one that has this address already."""
    known = Source.objects.filter(address=address).first() if address else None
    source = known or Source.objects.filter(slug=slug).first() or Source(slug=slug)
    wished = {
        "kind": kind,
        "title": title,
        "address": address,
        "language": language,
        "read_on": read_on,
        "said_on": said_on,
        "licence": licence,
        "note": note,
    }
    if source.pk and all(getattr(source, name) == value for name, value in wished.items()):
        return source
    for name, value in wished.items():
        setattr(source, name, value)
    # Its address and slug were just looked up: nobody else has them.
    source.full_clean(validate_unique=False, validate_constraints=False)
    source.save()
    return source


@transaction.atomic
def record_statements(
    *, about: models.Model, sayings: Sequence[Saying], batch: Batch, by: Viewer
) -> int:
    """Bring the record's statements of this batch to exactly these; returns how many changed.

    What is there already stays untouched, what is new is added, what the batch no longer says is
    withdrawn with a date. Loading the same twice therefore changes nothing.
    """
    subject = subject_of(about)
    standing = Statement.objects.about(about).current().filter(batch=batch)
    known = {_identity(row): row for row in standing}
    wanted = {saying.identity(): saying for saying in sayings}
    _correct_languages(known, wanted)
    added = [_row(wanted[key], subject, batch, by) for key in wanted if key not in known]
    gone = [row.pk for key, row in known.items() if key not in wanted]
    if not added and not gone:
        return 0
    Statement.objects.bulk_create(added)
    Statement.objects.filter(pk__in=gone).update(withdrawn_at=timezone.now())
    note_act(
        verb="record_statements",
        about=about,
        by=by,
        after={"batch": batch.slug, "added": len(added), "withdrawn": len(gone)},
    )
    statements_recorded.send(sender=Statement, subject=subject)
    return len(added) + len(gone)


def _correct_languages(known: Mapping[str, Statement], wanted: Mapping[str, Saying]) -> None:
    """A statement stays the same when only the language of its words was told wrongly before."""
    for key in known.keys() & wanted.keys():
        right = {name: getattr(wanted[key], name) for name in LANGUAGES}
        if right != {name: getattr(known[key], name) for name in LANGUAGES}:
            Statement.objects.filter(pk=known[key].pk).update(**right)


def _identity(row: Statement) -> str:
    parts = [getattr(row, name) for name in IDENTITY]
    return json.dumps([*parts, row.source_id], sort_keys=True, ensure_ascii=False)


def _row(saying: Saying, subject: Subject, batch: Batch, by: Viewer) -> Statement:
    row = Statement(
        subject_label=subject.label,
        subject_key=subject.key,
        batch=batch,
        source=saying.source,
        **{name: getattr(saying, name) for name in LANGUAGES},
        by_id=by.pk,
        by_label=by.label,
        recorded_at=timezone.now(),
        **{name: getattr(saying, name) for name in IDENTITY},
    )
    row.clean_fields(exclude={"source", "batch"})  # both are in our hands
    row.clean()
    return row


def translate_statement(
    *,
    statement: Statement,
    language: str,
    fields: Mapping[str, str],
    by: Viewer,
    state: str = Texts.State.DRAFT,
) -> Texts:
    """Say words of a statement in another language; its own words are the original beside it."""
    told = Writing(statement, language, fields, state)
    return translate_statements(translations=[told], by=by)[-1]


@transaction.atomic
def translate_statements(*, translations: Sequence[Writing], by: Viewer) -> list[Texts]:
    """The same for words of many statements; every subject of a translation is a statement."""
    writings: list[Writing] = []
    seen: set[int] = set()
    for told in translations:
        statement: Any = told.about
        own = words_in(statement)
        _check_names(told.fields, own)
        if statement.pk not in seen:
            writings.append(Writing(statement, statement.source_language, own))
        seen.add(statement.pk)
        writings.append(told)
    return write_all(writings=writings, by=by)


def _check_names(fields: Mapping[str, str], own: Mapping[str, str]) -> None:
    for name in fields.keys() - own.keys():
        message = _("“%(name)s” is no text of this statement. It has: %(names)s.")
        raise ValidationError(message, params={"name": name, "names": ", ".join(own) or "–"})


@transaction.atomic
def mention_sources(*, about: models.Model, sources: Iterable[Source], batch: Batch) -> None:
    """Keep which sources were consulted for a record, in order, in place of the old ones."""
    subject = subject_of(about)
    listed = list(dict.fromkeys(sources))
    standing = Mention.objects.about(about).filter(batch=batch).order_by("position")
    if [row.source_id for row in standing] == [source.pk for source in listed]:
        return
    standing.delete()
    Mention.objects.bulk_create(
        Mention(
            subject_label=subject.label,
            subject_key=subject.key,
            source=source,
            batch=batch,
            position=position,
        )
        for position, source in enumerate(listed)
    )


@transaction.atomic
def withdraw_statement(*, statement: Statement, by: Viewer, about: models.Model) -> None:
    """Take one statement back; it stays readable in the history with its date."""
    if statement.withdrawn_at is not None:
        raise ValidationError(_("This statement was withdrawn already."))
    Statement.objects.filter(pk=statement.pk).update(withdrawn_at=timezone.now())
    note_act(
        verb="withdraw_statement",
        about=about,
        by=by,
        before={"field": statement.field, "value": statement.value},
    )
    statements_recorded.send(sender=Statement, subject=statement.subject)


@transaction.atomic
def withdraw_all(*, about: models.Model, by: Viewer) -> int:
    """Withdraw every statement about a record; returns how many."""
    count = Statement.objects.about(about).current().update(withdrawn_at=timezone.now())
    Mention.objects.about(about).delete()
    note_act(verb="withdraw_all_statements", about=about, by=by, after={"withdrawn": count})
    statements_recorded.send(sender=Statement, subject=subject_of(about))
    return count


@transaction.atomic
def undo_batch(*, batch: Batch, by: Viewer) -> int:
    """Withdraw all that came with a batch; returns how many statements."""
    now = timezone.now()
    standing = Statement.objects.current().filter(batch=batch)
    subjects = {row.subject for row in standing.only("subject_label", "subject_key")}
    count = standing.update(withdrawn_at=now)
    Mention.objects.filter(batch=batch).delete()
    Batch.objects.filter(pk=batch.pk).update(undone_at=now)
    note_act(verb="undo_batch", about=batch, by=by, after={"withdrawn": count})
    for subject in sorted(subjects):
        statements_recorded.send(sender=Statement, subject=subject)
    return count


@transaction.atomic
def keep_public_version(*, about: models.Model) -> Version:
    """Keep all that the public can read of a record now: its texts and its statements."""
    texts = {
        row.language: {"state": row.state, "texts": row.fields}
        for row in Texts.objects.about(about).order_by("language")
    }
    said = Statement.objects.about(about).current().public().select_related("source")
    content = {
        "title": str(about),
        "texts": texts,
        "statements": statements_data(list(said.order_by("field", "pk"))),
    }
    return keep_version(about=about, content=content)
