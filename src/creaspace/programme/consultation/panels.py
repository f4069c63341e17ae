"""What questions add to the pages of programmes and spaces."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.panels import panel, read_once
from creaspace.core.viewer import viewer_of
from creaspace.programme.consultation.models import Illustration, Question
from creaspace.programme.consultation.reading import origin_in_words, reading_in_words
from creaspace.programme.programmes.models import Programme

Filled = dict[str, Any] | None


@read_once
def questions_of(request: HttpRequest, programme: Programme) -> list[Question]:
    visible = Question.objects.visible_to(viewer_of(request)).filter(programme=programme)
    return list(visible.with_concept().in_order())


@panel(
    "programmes.programme",
    order=70,
    template="consultation/panels/programme.html",
    anchor="questions",
    title=_("Questions"),
)
def of_programme(request: HttpRequest, programme: Programme) -> Filled:
    asked = questions_of(request, programme)
    listed = [(each, origin_in_words(each.origin)) for each in asked]
    return {"questions": listed} if listed else None


@panel("programmes.figures", order=70, template="programmes/parts/figure.html")
def open_figure(request: HttpRequest, programme: Programme) -> Filled:
    count = len(questions_of(request, programme))
    return {"value": count, "label": _("open questions"), "url": "#questions"} if count else None


@panel(
    "spaces.space",
    order=60,
    template="consultation/panels/space.html",
    rows=("consultation.illustration.space",),
)
def of_space(request: HttpRequest, space: Space) -> Filled:
    """The questions this space illustrates, and as what."""
    visible = Illustration.objects.visible_to(viewer_of(request)).filter(space=space)
    rows = [
        (each, reading_in_words(each.about)) for each in visible.select_related("question__concept")
    ]
    return {"rows": rows} if rows else None
