"""The list of schemes, one scheme as a tree, and its data."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from creaspace.core.parameters import word
from creaspace.core.viewer import viewer_of
from creaspace.foundation.vocabularies.models import Concept, Scheme
from creaspace.foundation.vocabularies.skos import as_skos
from creaspace.foundation.vocabularies.tree import tree_of


@require_safe
def schemes(request: HttpRequest) -> HttpResponse:
    rows = Scheme.objects.visible_to(viewer_of(request)).current().with_sizes()
    return render(request, "vocabularies/list.html", {"schemes": rows})


@require_safe
def scheme(request: HttpRequest, slug: str) -> HttpResponse:
    asked = _scheme_asked_for(request, slug)
    concepts = Concept.objects.filter(scheme=asked).with_matches()
    versions = Scheme.objects.visible_to(viewer_of(request)).filter(slug=slug)
    context = {"scheme": asked, "nodes": tree_of(concepts), "versions": versions}
    return render(request, "vocabularies/scheme.html", context)


@require_safe
def scheme_json(request: HttpRequest, slug: str) -> HttpResponse:
    asked = _scheme_asked_for(request, slug)
    concepts = Concept.objects.filter(scheme=asked).with_matches().select_related("parent__scheme")
    response = JsonResponse(
        as_skos(asked, concepts, settings.CREASPACE_PUBLIC_URL),
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
    response["Content-Disposition"] = f'attachment; filename="{asked.slug}.json"'
    return response


def _scheme_asked_for(request: HttpRequest, slug: str) -> Scheme:
    """The version named in the address, or the current one."""
    rows = Scheme.objects.visible_to(viewer_of(request)).filter(slug=slug)
    named = rows.filter(version=word(request.GET, "version")).first()
    return named or get_object_or_404(rows.current())
