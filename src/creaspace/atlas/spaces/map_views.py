"""What the map asks for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import viewer_of


@require_safe
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """A space in a few lines: a part of a page, for the corner of the map."""
    spaces = Space.objects.visible_to(viewer_of(request)).with_place()
    space = get_object_or_404(spaces, slug=slug)
    response = render(request, "spaces/parts/card.html", {"space": space})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
