"""Asking the site for its own pages, as a stranger would, without a network."""

import io
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.core.signals import request_finished
from django.db import close_old_connections
from django.http import HttpResponseBase, StreamingHttpResponse
from django.utils.translation import override


class Site:
    """The real addresses, middleware and views; only the socket is missing."""

    def __init__(self) -> None:
        self.handler = BaseHandler()
        self.handler.load_middleware()
        self.public = urlsplit(settings.CREASPACE_PUBLIC_URL)

    def request(self, path: str, language: str = "") -> WSGIRequest:
        """A request of somebody who has not signed in and has no cookies."""
        secure = self.public.scheme == "https"
        return WSGIRequest(
            {
                "REQUEST_METHOD": "GET",
                "PATH_INFO": quote(path, safe="/:@!$&'()*+,;=~%").encode().decode("latin-1"),
                "QUERY_STRING": "",
                "SERVER_NAME": self.public.hostname or "localhost",
                "SERVER_PORT": str(self.public.port or (443 if secure else 80)),
                "HTTP_HOST": self.public.netloc,
                "HTTP_ACCEPT_LANGUAGE": language,
                "wsgi.url_scheme": self.public.scheme,
                "wsgi.input": io.BytesIO(),
            }
        )

    def get(self, path: str, language: str = "") -> tuple[int, bytes]:
        """Status and body; the language of whoever asks stays untouched."""
        with override(language or settings.LANGUAGE_CODE):
            response = self.handler.get_response(self.request(path, language))
            try:
                return response.status_code, _body(response)
            finally:
                _close(response)


def _close(response: HttpResponseBase) -> None:
    """End a response but keep the database: whoever exports may stand in a transaction."""
    request_finished.disconnect(close_old_connections)
    try:
        response.close()
    finally:
        request_finished.connect(close_old_connections)


def _body(response: HttpResponseBase) -> bytes:
    if isinstance(response, StreamingHttpResponse):
        return b"".join(response)
    return bytes(response.content)  # type: ignore[attr-defined]  # every other kind has it
