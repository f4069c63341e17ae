"""Keeping visits, their days and their stops."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.rows import keep_rows, write_originals
from creaspace.foundation.records.services import give_short_link, keep
from creaspace.programme.programmes.models import Session
from creaspace.programme.visits.models import Day, Stop, Visit

Rows = Sequence[dict[str, Any]]


@transaction.atomic
def keep_visit(*, slug: str, session: Session, by: Viewer, **values: Any) -> Visit:
    """Bring the visit of a session to these values.

    `stops_known`, `stop_days_known` (None while there are no stops to ask it of), `note`.
    """
    visit = keep(Visit, find={"slug": slug}, by=by, session=session, **values)
    write_originals(about=visit, names=["note"], by=by)
    give_short_link(about=visit, wished=f"visit-{slug}")
    return visit


@transaction.atomic
def set_days(*, visit: Visit, days: Rows, by: Viewer) -> list[Day]:
    """Bring the days to exactly these.

    Each says `on` and `kind`, and as known `source`, `workshop_slug`, or `is_derived` with `basis`.
    """
    return keep_rows(Day, of={"visit": visit}, key=["on"], rows=days, by=by, texts=["basis"])


@transaction.atomic
def set_stops(*, visit: Visit, stops: Rows, by: Viewer) -> list[Stop]:
    """Bring the stops to exactly these, in the order of the report.

    Each says `space`, and as known `focus` and `day` (one of the visit's days). `position` follows
    the list unless it is given.
    """
    rows = [{"position": place, **row} for place, row in enumerate(stops, start=1)]
    of = {"visit": visit}
    return keep_rows(Stop, of=of, key=["position"], rows=rows, by=by, texts=["focus"])
