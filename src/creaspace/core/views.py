"""Pages that belong to no room: choosing a language, refusals, errors, the offline page."""

import sys
from pathlib import Path

from django.contrib.staticfiles import finders
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, get_supported_language_variant
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# Traditional characters are not what stands here, and a permanent redirect would say that they are.
OTHER_SCRIPT = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a reader who came to the bare address to the language their browser asks for."""
    response = redirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def other_spelling(request: HttpRequest, code: str, rest: str) -> HttpResponse:
    """`/zh-Hans/…`, `/zh-CN/…` and `/zh/…` mean `/zh-hans/…`; other languages are not found."""
    if code.lower().startswith(OTHER_SCRIPT):
        raise Http404
    try:
        meant = get_supported_language_variant(code.lower())
    except LookupError as unknown:
        raise Http404 from unknown
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"/{meant}/{rest}{'?' if query else ''}{query}")


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "core/offline.html")


@require_safe
@cache_control(no_cache=True)
def service_worker(_request: HttpRequest) -> HttpResponse:
    """The worker that shows the offline page; served from the root, it covers all pages."""
    found = finders.find("core/built/sw.js")
    if not isinstance(found, str):
        raise Http404
    return HttpResponse(Path(found).read_bytes(), content_type="text/javascript")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "core/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "core/403.html", {"reason": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """Signing in and the pages of an account are tried by programs too; they must wait."""
    response = render(request, "core/429.html", status=429)
    response["Retry-After"] = "60"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """A page that needs no database; what could not be written can be sent once more."""
    if isinstance(sys.exception(), OperationalError):
        return _database_is_busy(request)
    return HttpResponse(render_to_string("500.html"), status=500)


def _database_is_busy(request: HttpRequest) -> HttpResponse:
    """Another wrote for longer than we wait, or the database is away: nothing typed is lost."""
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken" and "password" not in name
    ]
    context = {
        "address": request.get_full_path(),
        "is_sent": request.method == "POST",
        "typed": typed,
        "csrf_token": get_token(request),
    }
    headers = {"Retry-After": "20", "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("503.html", context), status=503, headers=headers)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose protection ran out (a cleared cookie, a page kept for weeks)."""
    return render(request, "core/stale_form.html", {"reason": reason}, status=403)
