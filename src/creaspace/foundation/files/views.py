"""Pictures of records, the picture and QR code of a short link, and who made which picture."""

from typing import cast

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition, require_safe

from creaspace.core.parameters import page_of, word
from creaspace.core.viewer import viewer_of
from creaspace.foundation.files import reading, sharing
from creaspace.foundation.files.cards import Card
from creaspace.foundation.files.models import File

MEDIA = {"webp": "image/webp", "jpeg": "image/jpeg"}
A_YEAR, A_DAY, AN_HOUR = 31_536_000, 86_400, 3_600  # seconds
CREDITS_A_PAGE = 60


def _etag(_request: HttpRequest, sha256: str, kind: str, extension: str) -> str:
    return f'"{sha256[:32]}-{kind}-{extension}"'


@require_safe
def derivative(request: HttpRequest, sha256: str, kind: str, extension: str) -> HttpResponse:
    """A smaller picture through our own address, wherever the storage is."""
    found = reading.derivative_for(viewer_of(request), sha256, kind, extension)
    if found is None:
        raise Http404
    response = condition(etag_func=_etag)(_bytes)(request, sha256, kind, extension)
    if reading.is_public(found):
        patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    else:
        patch_cache_control(response, private=True, no_cache=True)
    return response


def _bytes(request: HttpRequest, sha256: str, kind: str, extension: str) -> HttpResponse:
    found = reading.derivative_for(viewer_of(request), sha256, kind, extension)
    if found is None:
        raise Http404
    try:
        with found.open() as file:
            return HttpResponse(file.read(), content_type=MEDIA[extension])
    except FileNotFoundError as gone:
        raise Http404 from gone


@require_safe
def share(request: HttpRequest, name: str) -> HttpResponse:
    """The picture that chat applications show beside a short link."""
    language = sharing.language_named(word(request.GET, "lang", longest=35))
    record = sharing.public_record(name)
    if not language or record is None:
        raise Http404
    return _picture(sharing.card_of(record, language))


@require_safe
def share_page(request: HttpRequest, name: str) -> HttpResponse:
    """The same for a page without a record: a list, or the home page."""
    language = sharing.language_named(word(request.GET, "lang", longest=35))
    card = sharing.card_of_page(name, language) if language else None
    if card is None:
        raise Http404
    return _picture(card)


def _picture(card: Card) -> HttpResponse:
    digest, picture = sharing.share_picture(card)
    response = HttpResponse(picture, content_type="image/png", headers={"ETag": f'"{digest}"'})
    patch_cache_control(response, public=True, max_age=AN_HOUR)
    return response


@require_safe
def qr(_request: HttpRequest, name: str) -> HttpResponse:
    """The full address of a short link as a QR code."""
    if sharing.public_record(name) is None:
        raise Http404
    response = HttpResponse(sharing.qr_code(name), content_type="image/svg+xml")
    patch_cache_control(response, public=True, max_age=A_DAY)
    return response


@require_safe
def credit_list(request: HttpRequest) -> HttpResponse:
    """Every picture with who made it, under which licence, and where it is shown."""
    viewer = viewer_of(request)
    files = File.objects.visible_to(viewer).ready().order_by("credit", "pk")
    page = page_of(files, request.GET, size=CREDITS_A_PAGE)
    shown = reading.shown_to(viewer, reading.with_sizes(cast(QuerySet[File], page.object_list)))
    rows = [(reading.picture_of(file), record) for file, record in shown]
    return render(request, "files/credit_list.html", {"page": page, "rows": rows})
