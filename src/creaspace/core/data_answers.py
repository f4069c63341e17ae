"""Answers for programs: JSON that a page of any site may read, and refusals in a sentence."""

import json
from typing import Any, TypeVar

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

JSON = "application/json"
FRESH_SECONDS = 10
PLAIN = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
Answer = TypeVar("Answer", bound=HttpResponseBase)


def as_json(told: Any) -> str:
    """In as few letters as possible; nothing told may hold itself."""
    return PLAIN.encode(told)


def open_to_all(response: Answer) -> Answer:
    """Kept by whoever passes it on for some seconds, and read from anywhere."""
    response.headers["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def refusal(sentence: str, status: int) -> HttpResponse:
    response = HttpResponse(as_json({"error": sentence}), content_type=JSON, status=status)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "no-store"
    return response


def too_many(seconds: int) -> HttpResponse:
    """To one who asks more than a person could read."""
    sentence = _("Too many questions in a minute. Ask again in %(seconds)s seconds.")
    response = refusal(sentence % {"seconds": seconds}, 429)
    response.headers["Retry-After"] = str(seconds)
    return response
