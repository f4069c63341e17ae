"""What is suggested below the atlas's field of words."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from creaspace.atlas.spaces.data_views import gate
from creaspace.atlas.spaces.suggesting import suggestions
from creaspace.core.parameters import word
from creaspace.core.suggestions import answer, wait
from creaspace.foundation.moderation.addresses import address_of


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """A part of a page; a flood of questions is asked to wait, as on the map."""
    words = word(request.GET, "q")
    seconds = gate.wait_for(address_of(request), now=timezone.now()) if words else 0
    return wait(seconds) if seconds else answer(request, suggestions(words))
