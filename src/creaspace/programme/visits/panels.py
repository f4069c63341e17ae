"""What visits add to the pages of programmes, sessions and spaces."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.panels import panel, read_once
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_texts
from creaspace.programme.programmes.models import Programme, Session
from creaspace.programme.programmes.panels import put_sessions
from creaspace.programme.visits.models import Stop, Visit


@read_once
def visits_of(request: HttpRequest, programme: Programme) -> list[Visit]:
    """The visits of a programme in time, each with its stops."""
    viewer = viewer_of(request)
    visible = Visit.objects.visible_to(viewer).filter(session__programme=programme)
    visits = visible.with_stops(viewer)
    put_sessions(request, programme, visits)
    attach_texts([*visits, *(stop for visit in visits for stop in visit.shown_stops)])
    return visits.in_time()


@panel(
    "programmes.programme",
    order=30,
    template="visits/panels/programme.html",
    anchor="visits",
    title=_("Study visits"),
)
def visits_of_programme(request: HttpRequest, programme: Programme) -> dict[str, Any] | None:
    listed = visits_of(request, programme)
    return {"visits": listed} if listed else None


@panel(
    "programmes.session",
    order=30,
    template="visits/panels/session.html",
    anchor="visit",
    title=_("Study visit"),
)
def visit_of_session(request: HttpRequest, session: Session) -> dict[str, Any] | None:
    viewer = viewer_of(request)
    visit = Visit.objects.visible_to(viewer).filter(session=session).with_session().first()
    if visit is None:
        return None
    stops = Stop.objects.visible_to(viewer).with_spaces().filter(visit=visit)
    days = visit.days.select_related("source")
    return {"visit": visit, "stops": attach_texts(stops), "days": attach_texts(days)}


@panel(
    "spaces.space",
    order=30,
    template="visits/panels/space.html",
    anchor="visits",
    title=_("Visited by the programme"),
    rows=("visits.stop.space",),
)
def stops_at_space(request: HttpRequest, space: Space) -> dict[str, Any] | None:
    stops = Stop.objects.visible_to(viewer_of(request)).filter(space=space)
    related = stops.select_related(
        "visit__session__programme", "visit__session__city", "visit__session__schedule", "day"
    )
    listed = attach_texts(related.prefetch_related("visit__session__schedule__versions"))
    return {"stops": listed} if listed else None


@panel("programmes.figures", order=40, template="programmes/parts/figure.html")
def visit_figure(request: HttpRequest, programme: Programme) -> dict[str, Any] | None:
    count = len(visits_of(request, programme))
    return {"value": count, "label": _("study visits"), "url": "#visits"} if count else None
