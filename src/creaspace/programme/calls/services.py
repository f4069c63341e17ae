"""Keeping calls: what they ask and whom they chose."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.rows import keep_rows, write_originals
from creaspace.foundation.records.services import give_short_link, keep
from creaspace.programme.calls.models import Call, Commitment, Criterion, Rule, Selection
from creaspace.programme.programmes.models import Programme

Rows = Sequence[dict[str, Any]]
TEXTS = ["name", "issuer", "applicants", "funding", "result", "note"]


@transaction.atomic
def keep_call(*, slug: str, programme: Programme, by: Viewer, **values: Any) -> Call:
    """Bring a call to these values."""
    call = keep(Call, find={"slug": slug}, by=by, programme=programme, **values)
    write_originals(about=call, names=TEXTS, by=by)
    give_short_link(about=call, wished=slug)
    return call


@transaction.atomic
def set_criteria(*, call: Call, criteria: Rows, by: Viewer) -> list[Criterion]:
    """Bring the criteria to exactly these: `text` and `scope`, in order."""
    return keep_rows(Criterion, of={"call": call}, rows=_numbered(criteria), by=by, **WITH_TEXT)


@transaction.atomic
def set_commitments(*, call: Call, commitments: Rows, by: Viewer) -> list[Commitment]:
    """Bring what the chosen undertake to exactly these: `text`, in order."""
    rows = _numbered(commitments)
    return keep_rows(Commitment, of={"call": call}, rows=rows, by=by, **WITH_TEXT)


@transaction.atomic
def set_rules(*, call: Call, rules: Rows, by: Viewer) -> list[Rule]:
    """Bring the conditions to exactly these: `kind`, `parameters` and `words`, in order."""
    rows = _numbered(rules)
    return keep_rows(Rule, of={"call": call}, key=["position"], rows=rows, by=by, texts=["words"])


@transaction.atomic
def set_selection(*, call: Call, selection: Rows, by: Viewer) -> list[Selection]:
    """Bring the chosen to exactly these: `space`, in order."""
    return keep_rows(Selection, of={"call": call}, key=["space"], rows=_numbered(selection), by=by)


WITH_TEXT: dict[str, Any] = {"key": ["position"], "texts": ["text"]}


def _numbered(rows: Rows) -> list[dict[str, Any]]:
    return [{"position": place, **row} for place, row in enumerate(rows, start=1)]
