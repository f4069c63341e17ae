"""Search as data: what the page finds first, in short."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from creaspace.atlas.spaces.flooding import Gate
from creaspace.core.data_answers import JSON, as_json, open_to_all, refusal, too_many
from creaspace.core.parameters import word
from creaspace.core.viewer import STRANGER
from creaspace.foundation.moderation.addresses import address_of
from creaspace.foundation.search.listing import in_short

MOST = 20
gate = Gate()


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The first records of all rooms that hold the words `q`, as `creaspace search --json` says."""
    words = word(request.GET, "q")
    if not words:
        return refusal(_("Say what to search for, as in q=loft."), 400)
    if wait := gate.wait_for(address_of(request), now=timezone.now()):
        return too_many(wait)
    found = in_short(words, viewer=STRANGER, limit=MOST)
    return open_to_all(HttpResponse(as_json({"results": found}), content_type=JSON))
