"""What workshops add to the pages of programmes, sessions and spaces."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.panels import panel, read_once
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_texts
from creaspace.programme.programmes.models import Programme, Session
from creaspace.programme.programmes.panels import put_sessions
from creaspace.programme.workshops.models import Talk, Workshop


@read_once
def workshops_of(request: HttpRequest, programme: Programme) -> list[Workshop]:
    """The workshops of a programme in time, each with its number of talks."""
    visible = Workshop.objects.visible_to(viewer_of(request)).select_related("venue__country")
    workshops = visible.filter(session__programme=programme).with_counts()
    put_sessions(request, programme, workshops)
    attach_texts(workshops)
    return workshops.in_time()


@panel(
    "programmes.programme",
    order=40,
    template="workshops/panels/rows.html",
    anchor="workshops",
    title=_("Workshops"),
)
def workshops_of_programme(request: HttpRequest, programme: Programme) -> dict[str, Any] | None:
    listed = workshops_of(request, programme)
    return {"workshops": listed} if listed else None


@panel(
    "programmes.session",
    order=40,
    template="workshops/panels/rows.html",
    anchor="workshops",
    title=_("Workshops"),
)
def workshops_of_session(request: HttpRequest, session: Session) -> dict[str, Any] | None:
    visible = Workshop.objects.visible_to(viewer_of(request))
    listed = visible.filter(session=session).with_session().with_counts().in_time()
    return {"workshops": attach_texts(listed)} if listed else None


@panel(
    "spaces.space",
    order=40,
    template="workshops/panels/space.html",
    anchor="talks",
    title=_("In workshops"),
    rows=("workshops.talk.space", "workshops.workshop.venue"),
)
def workshops_with_space(request: HttpRequest, space: Space) -> dict[str, Any] | None:
    viewer = viewer_of(request)
    talks = Talk.objects.visible_to(viewer).filter(space=space)
    related = talks.select_related("kind__scheme", "workshop__city", "workshop__session__city")
    hosted = Workshop.objects.visible_to(viewer).filter(venue=space)
    given, held = attach_texts(related), attach_texts(hosted)
    return {"talks": given, "hosted": held} if given or held else None


@panel("programmes.figures", order=50, template="programmes/parts/figure.html")
def workshop_figure(request: HttpRequest, programme: Programme) -> dict[str, Any] | None:
    count = len(workshops_of(request, programme))
    return {"value": count, "label": _("workshops"), "url": "#workshops"} if count else None
