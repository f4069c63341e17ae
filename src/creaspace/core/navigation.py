"""Where one can go: a room adds itself in ``destinations.py``, so only rooms that exist show."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise


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
    label: str | Promise
    url: str
    icon: str
    current: bool
    on_phone: bool
    in_header: bool
    personal: bool


_DESTINATIONS: dict[str, Destination] = {}


def add_destination(destination: Destination) -> None:
    _DESTINATIONS[destination.view] = destination


def destination_at(path: str) -> Destination | None:
    """The destination under which a page stands: the one whose address begins the page's.

    One that stands alone, as home does, has no pages under it.
    """
    urls = {reverse(one.view): one for one in _DESTINATIONS.values() if not one.stands_alone}
    return urls.get(max((url for url in urls if path.startswith(url)), key=len, default=""))


def destination_named(view: str) -> Destination | None:
    """The destination of this view, unless it stands alone."""
    found = _DESTINATIONS.get(view)
    return None if found is None or found.stands_alone else found


def links_for(request: HttpRequest) -> list[Link]:
    """Every destination in order; the one whose address begins this page's address is current."""
    ordered = sorted(_DESTINATIONS.values(), key=lambda each: each.order)
    urls = {each.view: reverse(each.view) for each in ordered}
    matching = [urls[each.view] for each in ordered if _leads_to(urls[each.view], each, request)]
    current = max(matching, key=len, default="")
    return [
        Link(
            label=each.label,
            url=urls[each.view],
            icon=each.icon,
            current=urls[each.view] == current,
            on_phone=each.on_phone,
            in_header=each.in_header,
            personal=each.personal,
        )
        for each in ordered
    ]


def _leads_to(url: str, destination: Destination, request: HttpRequest) -> bool:
    if destination.stands_alone:
        return request.path == url
    return request.path.startswith(url)
