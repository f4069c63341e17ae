"""What calls add to the pages of programmes, sessions, spaces and organisations."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.panels import panel, read_once
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_names, attach_texts
from creaspace.foundation.people.models import Organisation
from creaspace.programme.calls.models import Call, Selection
from creaspace.programme.programmes.models import Programme, Session
from creaspace.programme.programmes.panels import put_sessions

Filled = dict[str, Any] | None
CHAPTER = "calls/panels/programme.html"
LIST = "calls/panels/calls.html"


@read_once
def calls_of(request: HttpRequest, programme: Programme) -> list[Call]:
    """The calls of a programme in the order of its story."""
    visible = Call.objects.visible_to(viewer_of(request)).filter(programme=programme)
    related = visible.select_related("programme", "issuer_organisation")
    calls: list[Call] = attach_texts(related.in_story_order())
    put_sessions(request, programme, calls)
    return calls


@panel("programmes.programme", order=20, template=CHAPTER, anchor="calls", title=_("Calls"))
def of_programme(request: HttpRequest, programme: Programme) -> Filled:
    """The funder's call that chose the programme, then the programme's own calls."""
    calls = calls_of(request, programme)
    if not calls:
        return None
    chosen: dict[int, list[Selection]] = {call.pk: [] for call in calls}
    selections = Selection.objects.visible_to(viewer_of(request)).filter(call__in=calls)
    for each in selections.with_spaces():
        chosen[each.call_id].append(each)
    rows = [(call, chosen[call.pk]) for call in calls]
    return {
        "funder": [row for row in rows if row[0].is_of_funder],
        "own": [row for row in rows if not row[0].is_of_funder],
    }


@panel("programmes.figures", order=20, template="programmes/parts/figure.html")
def application_figure(request: HttpRequest, programme: Programme) -> Filled:
    """Applications of spaces to the programme's own calls; the funder's count is another one."""
    own = (call for call in calls_of(request, programme) if not call.is_of_funder)
    count = sum(call.applications_received or 0 for call in own)
    label = _("applications to its own calls")
    return {"value": count, "label": label, "url": "#calls"} if count else None


@panel("programmes.session", order=20, template=LIST, anchor="calls", title=_("Calls"))
def of_session(request: HttpRequest, session: Session) -> Filled:
    return _listed(request, session=session)


@panel("people.organisation", order=30, template=LIST)
def of_organisation(request: HttpRequest, organisation: Organisation) -> Filled:
    return _listed(request, issuer_organisation=organisation)


def _listed(request: HttpRequest, **which: Any) -> Filled:
    visible = Call.objects.visible_to(viewer_of(request)).filter(**which)
    calls = attach_texts(visible.with_related().in_story_order())
    attach_names(call.issuer_organisation for call in calls if call.issuer_organisation)
    return {"calls": calls} if calls else None


@panel(
    "spaces.space",
    order=30,
    template="calls/panels/space.html",
    rows=("calls.selection.space",),
)
def of_space(request: HttpRequest, space: Space) -> Filled:
    """In which calls the space was chosen, out of how many, for what."""
    visible = Selection.objects.visible_to(viewer_of(request)).filter(space=space)
    selections = list(visible.with_calls())
    attach_texts(each.call for each in selections)
    return {"selections": selections} if selections else None
