"""The mosaic of the home page: who came from where to which session, as the records state it."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.mosaic import Mosaic, Pin
from creaspace.programme.programmes.models import Participation, Session


def draw(sessions: Sequence[Session], participants: Sequence[Participation]) -> Mosaic:
    """Sessions as hubs, participating spaces round them, an arc for each that came."""
    pins = {pin.label: pin for session in sessions if (pin := hub_of(session))}
    arcs: dict[tuple[str, str], None] = {}
    for each in participants:
        pin = pin_of(each.space)
        if pin is None:
            continue
        pins.setdefault(pin.label, pin)
        hub = hub_of(each.session) if each.session else None
        if hub is not None:
            arcs[pin.label, hub.label] = None
    return Mosaic(
        pins=list(pins.values()),
        arcs=list(arcs),
        title=_("Where the spaces are, and where they met"),
        description=in_words(list(pins.values()), list(arcs)),
        note=_("A line joins a space to the place where it took part in a session.")
        if arcs
        else "",
    )


def hub_of(session: Session) -> Pin | None:
    return _pin(session.place_name(), session.city, hub=True)


def pin_of(space: Space) -> Pin | None:
    """The space's own position, under the name of its city, region or, without both, its own."""
    label = str(space.nearest_place or space.called)
    if space.latitude is not None and space.longitude is not None:
        return Pin(label, space.latitude, space.longitude)
    return _pin(label, space.city, hub=False)


def _pin(label: str, city: Any, *, hub: bool) -> Pin | None:
    if city is None or city.latitude is None or city.longitude is None:
        return None
    return Pin(label, city.latitude, city.longitude, hub=hub)


def in_words(pins: Sequence[Pin], arcs: Sequence[tuple[str, str]]) -> str:
    """The picture for those who do not see it."""
    places = ", ".join(pin.label for pin in pins)
    lines = "; ".join(
        _("%(one)s to %(other)s") % {"one": one, "other": other} for one, other in arcs
    )
    told = _("Places shown: %(places)s.") % {"places": places} if places else ""
    if lines:
        told += " " + _("Lines: %(lines)s.") % {"lines": lines}
    return told
