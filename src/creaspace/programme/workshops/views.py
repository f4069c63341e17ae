"""The list of workshops, and one workshop."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from creaspace.core.parameters import page_of
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_texts, texts_of
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.programme.workshops.models import Talk, Workshop

WORKSHOPS_A_PAGE = 50


@require_safe
def workshop_list(request: HttpRequest) -> HttpResponse:
    visible = Workshop.objects.visible_to(viewer_of(request))
    page = page_of(
        visible.with_session().with_counts().in_time(), request.GET, size=WORKSHOPS_A_PAGE
    )
    attach_texts(page)
    return render(request, "workshops/list.html", {"page": page})


@require_safe
def workshop(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    shown = get_object_or_404(Workshop.objects.visible_to(viewer).with_session(), slug=slug)
    talks = attach_texts(Talk.objects.visible_to(viewer).with_spaces().filter(workshop=shown))
    attach_texts(talk.space for talk in talks if talk.space)
    in_order = sorted(
        (talk for talk in talks if talk.position is not None), key=lambda talk: talk.position
    )
    context = {
        "workshop": shown,
        "session": shown.session,
        "evidence": evidence_of(shown),
        "kinds": texts_of(shown).words("kinds_as_text"),
        "in_order": in_order,
        "without_order": [talk for talk in talks if talk.position is None],
        "conclusions": attach_texts(shown.conclusions.order_by("position")),
    }
    return render(request, "workshops/workshop.html", context)
