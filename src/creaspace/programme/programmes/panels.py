"""What programmes add to pages: the chapters of their own story, and to spaces and organisations.

Places that rooms above may fill: `programmes.programme` (chapters, in story order: participants
10, calls 20, sessions and visits 30, workshops 40, outputs 60, questions 70, context 80),
`programmes.figures` (one counted figure each, with `programmes/parts/figure.html`), and
`programmes.session`.
"""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.panels import panel, read_once
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_names, attach_texts
from creaspace.foundation.people.models import Organisation
from creaspace.programme.programmes.models import (
    Involvement,
    Participation,
    Programme,
    Session,
)
from creaspace.programme.programmes.story import by_role, sides

Filled = dict[str, Any] | None
STORY = "programmes.programme"
PARTS = "programmes/panels"


@read_once
def participations_of(request: HttpRequest, programme: Programme) -> list[Participation]:
    """Who took part, and what stands beside it for comparison."""
    visible = Participation.objects.visible_to(viewer_of(request)).filter(programme=programme)
    listed: list[Participation] = attach_texts(visible.with_spaces())
    attach_names(each.space for each in listed)
    return listed


@panel(
    STORY,
    order=10,
    template=f"{PARTS}/participants.html",
    anchor="participants",
    title=_("Participants"),
)
def participants(request: HttpRequest, programme: Programme) -> Filled:
    """Both sides, those whose names nobody found included; then the other spaces by role."""
    known = participations_of(request, programme)
    listed = [each for each in known if each.is_part_of_programme]
    selected = [each for each in listed if each.is_selected]
    others = by_role(each for each in listed if not each.is_selected)
    counted = sides(programme.evidence, selected)
    if not listed and not counted:
        return None
    counted_ids = {each.pk for side in counted for each in side.known}
    elsewhere = [each for each in selected if each.pk not in counted_ids]
    return {
        "sides": counted,
        "elsewhere": elsewhere,
        "roles": others,
        "evidence": programme.evidence,
    }


@read_once
def sessions_of(request: HttpRequest, programme: Programme) -> list[Session]:
    """With all that is told of them; rooms above put them under what took place there."""
    found = Session.objects.visible_to(viewer_of(request)).filter(programme=programme)
    listed: list[Session] = attach_texts(found.with_everything().in_time())
    attach_names(session.host for session in listed if session.host)
    return listed


def put_sessions(request: HttpRequest, programme: Programme, rows: Iterable[Any]) -> None:
    """Give each row of a programme its session as `sessions_of` read it."""
    known = {session.pk: session for session in sessions_of(request, programme)}
    for row in rows:
        if row.session_id in known:
            row.session = known[row.session_id]


@panel(
    STORY,
    order=30,
    template=f"{PARTS}/sessions.html",
    anchor="sessions",
    title=_("Sessions"),
)
def sessions(request: HttpRequest, programme: Programme) -> Filled:
    listed = sessions_of(request, programme)
    return {"sessions": listed} if listed else None


@panel(
    STORY,
    order=80,
    template=f"{PARTS}/context.html",
    anchor="context",
    title=_("For comparison"),
)
def context(request: HttpRequest, programme: Programme) -> Filled:
    """Comparable places, said to be no part of the programme."""
    known = participations_of(request, programme)
    listed = [each for each in known if not each.is_part_of_programme]
    return {"participations": listed} if listed else None


@panel("programmes.figures", order=30, template="programmes/parts/figure.html")
def session_figure(request: HttpRequest, programme: Programme) -> Filled:
    count = len(sessions_of(request, programme))
    return {"value": count, "label": _("sessions"), "url": "#sessions"} if count else None


@panel(
    "spaces.space",
    order=20,
    template=f"{PARTS}/space.html",
    rows=("programmes.participation.space",),
)
def of_space(request: HttpRequest, space: Space) -> Filled:
    """Its role in each programme, and which spaces were chosen together with it."""
    visible = Participation.objects.visible_to(viewer_of(request)).with_spaces()
    own = attach_texts(visible.filter(space=space).select_related("session__city"))
    if not own:
        return None
    chosen_in = [each.programme_id for each in own if each.is_selected]
    together = visible.selected().filter(programme__in=chosen_in).exclude(space=space)
    return {"participations": own, "together": list(together) if chosen_in else []}


@panel("people.organisation", order=20, template=f"{PARTS}/organisation.html")
def of_organisation(request: HttpRequest, organisation: Organisation) -> Filled:
    """What it was in each programme, and the sessions it hosted."""
    viewer = viewer_of(request)
    roles = Involvement.objects.visible_to(viewer).filter(organisation=organisation)
    involvements = attach_texts(roles.select_related("programme", "kind"))
    hosted = Session.objects.visible_to(viewer).filter(host=organisation)
    listed = hosted.with_everything().in_time()
    if not involvements and not listed:
        return None
    return {"involvements": involvements, "hosted": listed}
