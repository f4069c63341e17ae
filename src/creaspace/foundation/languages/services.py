"""Writing texts: the original, translations of it, and changing which one is the original."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from langcodes import Language, tag_is_valid

from creaspace.core.languages import bcp47
from creaspace.core.subjects import subject_of
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.hashing import fingerprints
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.records.services import note_act


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


@transaction.atomic
def write_original(
    *, about: models.Model, language: str, fields: Mapping[str, str], by: Viewer
) -> Texts:
    """Set the original texts; fields not named stay. Translations of what changed turn outdated."""
    tag = clean_tag(language)
    row = Texts.objects.about(about).filter(state=Texts.State.ORIGINAL).first()
    if row is not None and row.language != tag:
        message = _("The original is in %(now)s, not in %(wished)s. Change the original first.")
        raise ValidationError(message, params={"now": row.language, "wished": tag})
    return _write(row, about, tag, Texts.State.ORIGINAL, fields, by)


@transaction.atomic
def write_translation(
    *,
    about: models.Model,
    language: str,
    fields: Mapping[str, str],
    by: Viewer,
    state: str = Texts.State.DRAFT,
) -> Texts:
    """Set a translation and remember from which words of the original it was made."""
    tag = clean_tag(language)
    source = Texts.objects.about(about).filter(state=Texts.State.ORIGINAL).first()
    if source is None or source.language == tag:
        message = _("There is no original in another language to translate into %(tag)s.")
        raise ValidationError(message, params={"tag": tag})
    row = Texts.objects.about(about).filter(language=tag).first()
    marks = {name: fingerprints(source.text(name)) for name in fields}
    return _write(row, about, tag, state, fields, by, made_from=marks)


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


def _write(
    row: Texts | None,
    about: models.Model,
    tag: str,
    state: str,
    fields: Mapping[str, str],
    by: Viewer,
    *,
    made_from: Mapping[str, list[str]] | None = None,
) -> Texts:
    subject = subject_of(about)
    row = row or Texts(
        subject_label=subject.label, subject_key=subject.key, language=tag, fields={}, made_from={}
    )
    before = dict(row.fields)
    marks = {**row.made_from, **(made_from or {})}
    after = {**row.fields, **fields}
    if row.pk and (before, row.state, row.made_from) == (after, state, marks):
        return row
    row.fields, row.made_from, row.state = after, marks, state
    row.by_id, row.by_label, row.changed_at = by.pk, by.label, timezone.now()
    # The callers have just looked for this row; that it is the only one, the table guards.
    row.full_clean(validate_unique=False, validate_constraints=False)
    row.save()
    changed = {name: text for name, text in after.items() if before.get(name) != text}
    note_act(
        verb="write_texts",
        about=about,
        by=by,
        before={"language": tag, **{name: before.get(name) for name in changed}},
        after={"language": tag, "state": state, **changed},
    )
    return row
