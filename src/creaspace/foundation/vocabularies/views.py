"""The list of schemes, one scheme as a tree, and its data."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_list_or_404, render
from django.views.decorators.http import require_safe

from creaspace.core.parameters import word
from creaspace.core.viewer import viewer_of
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.foundation.vocabularies.models import Concept, Scheme
from creaspace.foundation.vocabularies.skos import as_skos
from creaspace.foundation.vocabularies.tree import tree_of


@require_safe
def schemes(request: HttpRequest) -> HttpResponse:
    rows = Scheme.objects.visible_to(viewer_of(request)).current().with_sizes()
    return render(request, "vocabularies/list.html", {"schemes": rows})


@require_safe
def scheme(request: HttpRequest, slug: str) -> HttpResponse:
    versions = _versions(request, slug)
    asked = _asked_for(request, versions)
    nodes = tree_of(Concept.objects.filter(scheme=asked).with_matches())
    context = {
        "scheme": asked,
        "nodes": nodes,
        "versions": versions,
        "evidence": evidence_of(asked),
    }
    return render(request, "vocabularies/scheme.html", context)


@require_safe
def scheme_json(request: HttpRequest, slug: str) -> HttpResponse:
    asked = _asked_for(request, _versions(request, slug))
    concepts = Concept.objects.filter(scheme=asked).with_matches().select_related("parent__scheme")
    response = JsonResponse(
        as_skos(asked, concepts, settings.CREASPACE_PUBLIC_URL),
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
    response["Content-Disposition"] = f'attachment; filename="{asked.slug}.json"'
    return response


def _versions(request: HttpRequest, slug: str) -> list[Scheme]:
    """All versions of one scheme, the oldest first."""
    rows = Scheme.objects.visible_to(viewer_of(request)).filter(slug=slug)
    return get_list_or_404(rows.select_related("superseded_by"))


def _asked_for(request: HttpRequest, versions: list[Scheme]) -> Scheme:
    """The version named in the address, or the current one."""
    named = word(request.GET, "version")
    return next((row for row in versions if row.version == named), versions[-1])
