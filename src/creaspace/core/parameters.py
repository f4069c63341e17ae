"""Reading what stands behind the question mark: whatever comes, a page follows, never an error."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

LONGEST = 200


def _clean(raw: str | None, longest: int) -> str:
    return "".join(letter for letter in raw or "" if letter.isprintable()).strip()[:longest]


def word(query: QueryDict, name: str, *, longest: int = LONGEST) -> str:
    """A short text without control characters; too long is cut, absent is empty."""
    return _clean(query.get(name, ""), longest)


def words(query: QueryDict, name: str, *, most: int = 40) -> list[str]:
    """All values of a repeated parameter, cleaned, without empty ones and repetitions."""
    seen: dict[str, None] = {}
    for value in query.getlist(name)[:most]:
        if clean := _clean(value, LONGEST):
            seen[clean] = None
    return list(seen)


def choice(query: QueryDict, name: str, choices: Any, default: str) -> str:
    """One of the known words, or the default."""
    value = word(query, name)
    return value if value in choices else default


def page_of(rows: QuerySet[Any] | list[Any], query: QueryDict, *, size: int) -> Page[Any]:
    """The page asked for; a number that is none, or lies outside, gives the nearest page."""
    paginator: Paginator[Any] = Paginator(rows, size)
    return paginator.get_page(word(query, "page", longest=9) or 1)
