"""The list of outputs, and one output."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from creaspace.core.parameters import page_of
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_texts
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.knowledge.publications.models import Output
from creaspace.knowledge.publications.showing import all_shown, grouped, shown

OUTPUTS_A_PAGE = 50


@require_safe
def output_list(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    outputs = Output.objects.visible_to(viewer).with_programme().with_spaces(viewer)
    in_order = outputs.order_by("-status", "programme", "position", "slug")
    page = page_of(in_order, request.GET, size=OUTPUTS_A_PAGE)
    context = {"page": page, "groups": grouped(all_shown(page))}
    return render(request, "publications/list.html", context)


@require_safe
def output(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    outputs = Output.objects.visible_to(viewer).with_programme().with_spaces(viewer)
    found = get_object_or_404(outputs, slug=slug)
    attach_texts(found.covered)
    evidence = evidence_of(found)
    context = {"shown": shown(found, evidence), "output": found, "evidence": evidence}
    return render(request, "publications/output.html", context)
