"""What every request passes before it reaches a room."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def no_zero_bytes(answer: Answer) -> Answer:
    """An address with a NUL names nothing; PostgreSQL refuses it as text, so no room is asked."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path:
            raise Http404
        return answer(request)

    return middleware
