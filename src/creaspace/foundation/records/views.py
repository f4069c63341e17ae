"""Short links."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language_from_request, override
from django.views.decorators.http import require_safe

from creaspace.core.subjects import Subject, records_of
from creaspace.core.viewer import viewer_of
from creaspace.foundation.records.models import ShortLink


@require_safe
def short_link(request: HttpRequest, name: str) -> HttpResponse:
    """Lead a bare address to its page in the reader's language."""
    link = get_object_or_404(ShortLink, name=name)
    found = records_of([Subject(link.subject_label, link.subject_key)], viewer_of(request))
    if not found:
        raise Http404
    with override(get_language_from_request(request)):
        return redirect(next(iter(found.values())))
