"""Rows that belong to a record (objectives, criteria, steps), brought to exactly a given list."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import models, transaction

from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.services import Writing, write_all
from creaspace.foundation.records.services import keep, note_act

Row = TypeVar("Row", bound=models.Model)


@transaction.atomic
def keep_rows(
    model: type[Row],
    *,
    of: dict[str, Any],
    key: Sequence[str],
    rows: Sequence[dict[str, Any]],
    by: Viewer,
    texts: Sequence[str] = (),
) -> list[Row]:
    """Make the rows `of` a record exactly these, told apart by `key`; equal lists change nothing.

    The columns in `texts` are also written as originals, in each row's `source_language`.
    """
    kept: list[Row] = []
    for row in rows:
        find = {**of, **{name: row[name] for name in key}}
        values = {name: value for name, value in row.items() if name not in key}
        kept.append(keep(model, find=find, by=by, **values))
    _remove_others(model, of=of, kept=kept, by=by)
    write_all(writings=[_originals(each, texts) for each in kept if texts], by=by)
    return kept


def write_originals(*, about: models.Model, names: Sequence[str], by: Viewer) -> None:
    """Keep a record's text columns as its original texts, in its `source_language`."""
    if names:
        write_all(writings=[_originals(about, names)], by=by)


def _originals(about: models.Model, names: Sequence[str]) -> Writing:
    fields = {name: str(getattr(about, name)) for name in names}
    return Writing(about, getattr(about, "source_language", "en"), fields)


def _remove_others(
    model: type[Row], *, of: dict[str, Any], kept: Sequence[Row], by: Viewer
) -> None:
    others = model._default_manager.filter(**of).exclude(pk__in=[row.pk for row in kept])
    for row in others:
        note_act(verb=f"remove_{model._meta.model_name}", about=row, by=by)
        row.delete()
