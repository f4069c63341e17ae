"""What every request passes before it reaches a room."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

Answer = Callable[[HttpRequest], HttpResponse]


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
