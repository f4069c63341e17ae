"""Keeping programmes, their sessions, the versions of their dates, and who took part."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from creaspace.atlas.spaces.services import place_soon
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.rows import keep_rows, write_originals
from creaspace.foundation.records.services import give_short_link, keep
from creaspace.foundation.vocabularies.indexes import index_of
from creaspace.programme.programmes.models import (
    Involvement,
    Objective,
    Participation,
    Programme,
    Schedule,
    ScheduleVersion,
    Session,
)
from creaspace.programme.programmes.spans import date_in_words

Rows = Sequence[dict[str, Any]]


@transaction.atomic
def keep_programme(*, slug: str, name: str, by: Viewer, **values: Any) -> Programme:
    """Bring a programme to these values; a new one is published unless `published_at` says not."""
    if not Programme.objects.filter(slug=slug).exists():
        values.setdefault("published_at", timezone.now())
    programme = keep(Programme, find={"slug": slug}, by=by, name=name, **values)
    write_originals(about=programme, names=["summary", "scheme"], by=by)
    give_short_link(about=programme, wished=slug)
    place_soon(keys=_spaces_of(programme))  # what nobody may see counts nowhere
    return programme


@transaction.atomic
def set_objectives(*, programme: Programme, objectives: Rows, by: Viewer) -> list[Objective]:
    """Bring the aims to exactly these: `text`, in order."""
    rows = [{"position": place, **row} for place, row in enumerate(objectives, start=1)]
    of = {"programme": programme}
    return keep_rows(Objective, of=of, key=["position"], rows=rows, by=by, texts=["text"])


@transaction.atomic
def set_involvements(*, programme: Programme, involvements: Rows, by: Viewer) -> list[Involvement]:
    """Bring the organisations to exactly these: `organisation` and `role`, in order.

    A role whose words are known gets its concept, so that it can be read in every language.
    """
    roles = index_of("organisation-roles")
    rows = [
        {"position": place, "kind": roles.find(row["role"]), **row}
        for place, row in enumerate(involvements, start=1)
    ]
    of, key = {"programme": programme}, ["organisation", "role"]
    return keep_rows(Involvement, of=of, key=key, rows=rows, by=by, texts=["role"])


@transaction.atomic
def keep_session(*, slug: str, programme: Programme, by: Viewer, **values: Any) -> Session:
    """Bring a session to these values; a new one gets an empty schedule."""
    if not Session.objects.filter(slug=slug).exists():
        values["schedule"] = Schedule.objects.create()
    session = keep(Session, find={"slug": slug}, by=by, programme=programme, **values)
    write_originals(about=session, names=["delegation", "note"], by=by)
    give_short_link(about=session, wished=slug)
    return session


@transaction.atomic
def set_schedule_versions(
    *, schedule: Schedule, versions: Rows, by: Viewer
) -> list[ScheduleVersion]:
    """Bring the dates to exactly these versions, the first plan first.

    Each says `state` and either `starts_on` (with `ends_on`) or `words`; `source` and `note` as
    known. Numbers follow the order. Words such as “July 2016” are read as that month.
    """
    rows = [_version(number, row) for number, row in enumerate(versions, start=1)]
    of, texts = {"schedule": schedule}, ["words", "note"]
    return keep_rows(ScheduleVersion, of=of, key=["number"], rows=rows, by=by, texts=texts)


def _version(number: int, row: dict[str, Any]) -> dict[str, Any]:
    starts_on = row.get("starts_on") or date_in_words(row.get("words", ""))
    return {"number": number, **row, "starts_on": starts_on}


@transaction.atomic
def set_participations(
    *, programme: Programme, participations: Rows, by: Viewer
) -> list[Participation]:
    """Bring the spaces to exactly these: `space`, `role` (a concept), `session` and so on."""
    rows = [{"position": place, **row} for place, row in enumerate(participations, start=1)]
    of, key, texts = {"programme": programme}, ["space", "role"], ["representative_role"]
    before = _spaces_of(programme)
    kept = keep_rows(Participation, of=of, key=key, rows=rows, by=by, texts=texts)
    place_soon(keys=before | _spaces_of(programme))
    return kept


def _spaces_of(programme: Programme) -> set[int]:
    return set(programme.participations.values_list("space_id", flat=True))
