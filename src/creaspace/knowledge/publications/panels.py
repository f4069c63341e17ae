"""What publications add to the pages of programmes and spaces."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.panels import panel, read_once
from creaspace.core.viewer import viewer_of
from creaspace.knowledge.publications.models import Output
from creaspace.knowledge.publications.showing import all_shown, grouped
from creaspace.programme.programmes.models import Programme


@read_once
def outputs_of(request: HttpRequest, programme: Programme) -> list[Output]:
    viewer = viewer_of(request)
    visible = Output.objects.visible_to(viewer).filter(programme=programme)
    return list(visible.with_programme().with_spaces(viewer).order_by("position", "slug"))


@panel(
    "programmes.programme",
    order=60,
    template="publications/panels/programme.html",
    anchor="outputs",
    title=_("Outputs"),
)
def outputs_of_programme(request: HttpRequest, programme: Programme) -> dict[str, Any] | None:
    rows = all_shown(outputs_of(request, programme))
    return {"groups": grouped(rows)} if rows else None


@panel(
    "spaces.space",
    order=60,
    template="publications/panels/space.html",
    anchor="outputs",
    title=_("In outputs"),
    rows=("publications.output.spaces",),
)
def outputs_covering_space(request: HttpRequest, space: Space) -> dict[str, Any] | None:
    visible = Output.objects.visible_to(viewer_of(request)).covering(space)
    rows = all_shown(visible.with_programme().order_by("position", "slug"))
    return {"rows": rows} if rows else None


@panel("programmes.figures", order=60, template="programmes/parts/figure.html")
def published_figure(request: HttpRequest, programme: Programme) -> dict[str, Any] | None:
    """Outputs that were found; announced ones are not counted among them."""
    outputs = outputs_of(request, programme)
    count = sum(output.status == Output.Status.PUBLISHED for output in outputs)
    return {"value": count, "label": _("published outputs"), "url": "#outputs"} if count else None
