"""Writing texts: the original, translations of it, and changing which one is the original."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from langcodes import Language, tag_is_valid

from creaspace.core.languages import bcp47
from creaspace.core.subjects import Subject, subject_of
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.hashing import fingerprints
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.records.models import Act
from creaspace.foundation.records.services import act_of, note_act, note_acts

BATCH = 500


@lru_cache(maxsize=512)
def clean_tag(tag: str) -> str:
    """A language tag in its one right spelling (`zh-Hans`, never `zh-CN`); refuse nonsense."""
    plain = tag.replace("_", "-")
    if not tag_is_valid(plain):
        raise ValidationError(
            _("“%(tag)s” is no language tag. Write one such as es, ca-valencia or zh-Hans."),
            params={"tag": tag},
        )
    if plain.lower().startswith("zh-"):
        plain = Language.get(plain).maximize().to_tag()
        plain = "-".join(plain.split("-")[:2])
    return bcp47(plain)


@dataclass(frozen=True)
class Writing:
    """Texts about to be written, the original unless another state is told; other fields stay."""

    about: models.Model
    language: str
    fields: Mapping[str, str]
    state: str = Texts.State.ORIGINAL


def write_original(
    *, about: models.Model, language: str, fields: Mapping[str, str], by: Viewer
) -> Texts:
    """Set the original texts; fields not named stay. Translations of what changed turn outdated."""
    return write_all(writings=[Writing(about, language, fields)], by=by)[0]


def write_translation(
    *,
    about: models.Model,
    language: str,
    fields: Mapping[str, str],
    by: Viewer,
    state: str = Texts.State.DRAFT,
) -> Texts:
    """Set a translation and remember from which words of the original it was made."""
    return write_all(writings=[Writing(about, language, fields, state)], by=by)[0]


@transaction.atomic
def write_all(*, writings: Sequence[Writing], by: Viewer) -> list[Texts]:
    """Write many texts as if one after the other: an original comes before its translations."""
    standing = _standing([writing.about for writing in writings])
    changed: dict[int, Texts] = {}
    written, acts = [], []
    for writing in writings:
        rows = standing[subject_of(writing.about)]
        tag = clean_tag(writing.language)
        row, made_from = _row_of(writing, tag, rows)
        if act := _change(row, writing, made_from, by):
            acts.append(act)
            changed[id(row)] = row
        rows[tag] = row
        written.append(row)
    _save(changed.values())
    note_acts(acts)
    return written


@transaction.atomic
def choose_original(*, about: models.Model, language: str, by: Viewer) -> Texts:
    """Make another language the original; the old one becomes a checked translation of it."""
    tag = clean_tag(language)
    rows = {row.language: row for row in Texts.objects.about(about).select_for_update()}
    new = rows.get(tag)
    if new is None:
        message = _("There is no text in %(tag)s yet. Write it first.")
        raise ValidationError(message, params={"tag": tag})
    if new.is_original:
        return new
    for row in rows.values():
        if row.is_original:
            Texts.objects.filter(pk=row.pk).update(state=Texts.State.REVIEWED)
    new.state, new.made_from = Texts.State.ORIGINAL, {}
    new.save()
    marks = {name: fingerprints(new.text(name)) for name in new.fields}
    Texts.objects.about(about).exclude(pk=new.pk).update(made_from=marks)
    note_act(verb="choose_original_language", about=about, by=by, after={"language": tag})
    return new


Rows = dict[str, Texts]  # the texts of one record by language
Marks = dict[str, list[str]]


def _standing(records: Iterable[models.Model]) -> dict[Subject, Rows]:
    """The texts there are of these records: one query for each kind and batch."""
    found: dict[Subject, Rows] = {subject_of(record): {} for record in records}
    keys: dict[str, list[str]] = {}
    for subject in found:
        keys.setdefault(subject.label, []).append(subject.key)
    for label, listed in keys.items():
        for start in range(0, len(listed), BATCH):
            for row in Texts.objects.of_all(label, set(listed[start : start + BATCH])):
                found[row.subject][row.language] = row
    return found


def _row_of(writing: Writing, tag: str, rows: Rows) -> tuple[Texts, Marks]:
    """The row to write into, and the fingerprints of what a translation is made from."""
    source = next((row for row in rows.values() if row.is_original), None)
    if writing.state == Texts.State.ORIGINAL:
        if source is not None and source.language != tag:
            message = _("The original is in %(now)s, not in %(wished)s. Change the original first.")
            raise ValidationError(message, params={"now": source.language, "wished": tag})
        return source or _new(writing, tag), {}
    if source is None or source.language == tag:
        message = _("There is no original in another language to translate into %(tag)s.")
        raise ValidationError(message, params={"tag": tag})
    marks = {name: fingerprints(source.text(name)) for name in writing.fields}
    return rows.get(tag) or _new(writing, tag), marks


def _new(writing: Writing, tag: str) -> Texts:
    label, key = subject_of(writing.about)
    return Texts(subject_label=label, subject_key=key, language=tag, fields={}, made_from={})


def _change(row: Texts, writing: Writing, made_from: Marks, by: Viewer) -> Act | None:
    """Change the row, not yet saved, and answer the act of it; None when it says this already."""
    before = dict(row.fields)
    marks = {**row.made_from, **made_from}
    after = {**row.fields, **writing.fields}
    if row.changed_at and (before, row.state, row.made_from) == (after, writing.state, marks):
        return None
    row.fields, row.made_from, row.state = after, marks, writing.state
    row.by_id, row.by_label, row.changed_at = by.pk, by.label, timezone.now()
    # The rows were just read: that there is only one of each, the table guards.
    row.full_clean(validate_unique=False, validate_constraints=False)
    changed = {name: text for name, text in after.items() if before.get(name) != text}
    return act_of(
        verb="write_texts",
        about=writing.about,
        by=by,
        before={"language": row.language, **{name: before.get(name) for name in changed}},
        after={"language": row.language, "state": row.state, **changed},
    )


def _save(rows: Iterable[Texts]) -> None:
    listed = list(rows)
    for row in listed:
        if row.pk:
            row.save()
    Texts.objects.bulk_create([row for row in listed if not row.pk], batch_size=BATCH)
