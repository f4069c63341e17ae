"""Search as data: what the page finds first, in short."""

import json

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from creaspace.atlas.spaces.flooding import Gate
from creaspace.core.parameters import word
from creaspace.core.viewer import STRANGER
from creaspace.foundation.moderation.addresses import address_of
from creaspace.foundation.search.listing import in_short

MOST = 20
FRESH_SECONDS = 10
gate = Gate()


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The first records of all rooms that hold the words `q`, as `creaspace search --json` says."""
    words = word(request.GET, "q")
    if not words:
        return _answer({"error": _("Say what to search for, as in q=loft.")}, status=400)
    if wait := gate.wait_for(address_of(request), now=timezone.now()):
        sentence = _("Too many questions in a minute. Ask again in %(seconds)s seconds.")
        response = _answer({"error": sentence % {"seconds": wait}}, status=429)
        response.headers["Retry-After"] = str(wait)
        return response
    return _answer({"results": in_short(words, viewer=STRANGER, limit=MOST)}, status=200)


def _answer(told: dict[str, object], *, status: int) -> HttpResponse:
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    response = HttpResponse(body, content_type="application/json", status=status)
    fresh = f"public, max-age={FRESH_SECONDS}" if status == 200 else "no-store"
    response.headers["Cache-Control"] = fresh
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
