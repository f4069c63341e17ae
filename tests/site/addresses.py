"""Every address of the project, as the resolver knows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

Part = URLPattern | URLResolver


@dataclass(frozen=True)
class Address:
    """A name to reverse, or, without one, the route as it is written."""

    name: str
    route: str


def all_addresses() -> dict[str, Address]:
    return {each.name or each.route: each for each in _walk(get_resolver().url_patterns, "", ())}


def _walk(parts: list[Part], before: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for part in parts:
        # `/en/` stands for the language in front of a page, whichever is active now
        route = before + str(part.pattern)
        if isinstance(part, URLResolver):
            inner = (*spaces, part.namespace) if part.namespace else spaces
            yield from _walk(part.url_patterns, route, inner)
        elif part.name and "RedirectView" not in part.lookup_str:
            yield Address(":".join([*spaces, part.name]), route)
        else:
            yield Address("", route)
