"""What every request passes before it reaches a room."""

from collections.abc import Callable
from http import HTTPStatus

from csp.constants import HEADER
from csp.middleware import CheckableLazyObject, CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, URLResolver, get_resolver
from django.utils.translation import override

Answer = Callable[[HttpRequest], HttpResponse]
DATA = "/data/"


def short_way_for_data(answer: Answer) -> Answer:
    """Data has no language, no session and no person: it is answered before these are looked for.

    What is refused or not there goes the long way after all, and is told in the reader's language.
    """
    addresses = get_resolver(settings.DATA_URLCONF)
    promises = {
        "Content-Security-Policy": build_policy(),
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
    }

    def middleware(request: HttpRequest) -> HttpResponse:
        is_asked = request.path_info.startswith(DATA) and request.method in {"GET", "HEAD"}
        response = _data(request, addresses) if is_asked else None
        if response is None:
            return answer(request)
        for name, promise in promises.items():
            response.headers.setdefault(name, promise)
        if not response.streaming:
            response.headers["Content-Length"] = str(len(response.content))
        return response

    return middleware


def _data(request: HttpRequest, addresses: URLResolver) -> HttpResponse | None:
    """The answer of a data address; None when there is none that is good."""
    request.get_host()  # refuses the names of other sites
    try:
        match = request.resolver_match = addresses.resolve(request.path_info)
        with override(settings.LANGUAGE_CODE):
            response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except (Resolver404, Http404):
        return None
    return response if response.status_code < HTTPStatus.BAD_REQUEST else None


class PagePolicy(CSPMiddleware):
    """The policy of pages, written once; an answer that asks for another has its own written."""

    def __init__(self, get_response: Answer) -> None:
        super().__init__(get_response)
        self.usual = build_policy()

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        asked = (name.startswith("_csp") for name in (*vars(request), *vars(response)))
        if settings.DEBUG or any(asked):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self.usual)
        late = CheckableLazyObject(self._csp_nonce_post_response)  # refused from here on
        request.csp_nonce = late  # type: ignore[attr-defined]  # as its parent does
        return response


def no_zero_bytes(answer: Answer) -> Answer:
    """An address with a NUL names nothing; PostgreSQL refuses it as text, so no room is asked."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path:
            raise Http404
        return answer(request)

    return middleware


def words_for_wrong_methods(answer: Answer) -> Answer:
    """Django refuses a wrong method with an empty page; a reader who lands there gets words.

    It happens: who presses a button and must sign in first is led back to its address unpressed.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or response.content:
            return response
        allowed = response.get("Allow", "")
        context = {"is_to_read": "GET" in allowed}
        page = render(request, "core/405.html", context, status=HTTPStatus.METHOD_NOT_ALLOWED)
        page["Allow"] = allowed
        return page

    return middleware
