"""Where one can go: a room adds itself in ``destinations.py``, so only rooms that exist show."""

from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language


@dataclass(frozen=True)
class Destination:
    """One entry of the main navigation; `on_phone` puts it among the five of the bottom bar.

    One that `stands_alone` is current on its own page only, not on those below its address.
    One that is `personal` asks strangers to sign in: search engines need not know it.
    """

    label: str | Promise
    view: str
    icon: str
    order: int
    on_phone: bool = False
    in_header: bool = True
    stands_alone: bool = False
    personal: bool = False


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    icon: str
    current: bool
    on_phone: bool
    in_header: bool
    personal: bool


_DESTINATIONS: dict[str, Destination] = {}


def add_destination(destination: Destination) -> None:
    _DESTINATIONS[destination.view] = destination
    _addresses.cache_clear()
    _links.cache_clear()


def destination_at(path: str) -> Destination | None:
    """The destination under which a page stands: the one whose address begins the page's.

    One that stands alone, as home does, has no pages under it.
    """
    urls = [(url, one) for url, one in _here() if not one.stands_alone and path.startswith(url)]
    return max(urls, key=lambda each: len(each[0]), default=("", None))[1]


def destination_named(view: str) -> Destination | None:
    """The destination of this view, unless it stands alone."""
    found = _DESTINATIONS.get(view)
    return None if found is None or found.stands_alone else found


def links_for(request: HttpRequest) -> tuple[Link, ...]:
    """Every destination in order; the one whose address begins this page's address is current."""
    matching = [url for url, each in _here() if _leads_to(url, each, request.path)]
    current = max(matching, key=len, default="")
    return _links(get_language() or "", get_script_prefix(), current)


def _leads_to(url: str, destination: Destination, path: str) -> bool:
    return path == url if destination.stands_alone else path.startswith(url)


def _here() -> tuple[tuple[str, Destination], ...]:
    return _addresses(get_language() or "", get_script_prefix())


@lru_cache
def _addresses(_language: str, _prefix: str) -> tuple[tuple[str, Destination], ...]:
    """Destinations in order with their addresses in the language of the page."""
    ordered = sorted(_DESTINATIONS.values(), key=lambda each: each.order)
    return tuple((reverse(each.view), each) for each in ordered)


@lru_cache
def _links(language: str, prefix: str, current: str) -> tuple[Link, ...]:
    """The same few links for everybody: there are as many of these lists as destinations."""
    return tuple(
        Link(
            label=str(each.label),
            url=url,
            icon=each.icon,
            current=url == current,
            on_phone=each.on_phone,
            in_header=each.in_header,
            personal=each.personal,
        )
        for url, each in _addresses(language, prefix)
    )
