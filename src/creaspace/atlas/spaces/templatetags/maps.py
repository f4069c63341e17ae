"""The map of spaces: a picture of land that script turns into a map one can move."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from creaspace.atlas.spaces.browsing.addresses import address_pattern
from creaspace.atlas.spaces.facet_registry import facets
from creaspace.atlas.spaces.models import Space
from creaspace.core.mosaic import Mosaic, Pin

register = template.Library()


@register.inclusion_tag("spaces/parts/map.html")
def space_map(spaces: Iterable[Space], lists: str = "results", whole: str = "") -> dict[str, Any]:
    """The map; `lists` are ids of what follows it, `whole` the box "w,s,e,n" of all that is asked.

    `spaces`, with their places, are drawn on the picture that stands where there is no script.
    """
    return {
        "picture": _picture(spaces),
        "lists": lists,
        "whole": whole,
        "asks": ["q", "near", "within", *(facet.name for facet in facets())],
        "tiles": _numbered("spaces_data:tile"),
        "box": reverse("spaces_data:box"),
        "page": address_pattern("spaces:space"),
        "card": address_pattern("spaces:card"),
        "streets": _streets(),
        "basemap": settings.CREASPACE_BASEMAP,
    }


def _numbered(name: str) -> str:
    return reverse(name, args=[0, 0, 0]).replace("0/0/0", "{z}/{x}/{y}")


def _streets() -> dict[str, Any]:
    """What the map must know of the host's street map; empty without one."""
    basemap = settings.CREASPACE_BASEMAP
    if basemap is None:
        return {}
    shift = static("core/built/map-shift.js") if basemap.system == "gcj02" else ""
    if basemap.file:
        reader = static("core/built/map-archive.js")
        return {"url": reverse("basemap:archive"), "archive": reader, "shift": shift}
    kind = "vector" if basemap.is_vector else "raster"
    url = _numbered("basemap:tile")
    return {"url": url, "kind": kind, "deepest": basemap.deepest, "shift": shift}


def _picture(spaces: Iterable[Space]) -> Mosaic:
    """A pin for each city; a space whose city is not known has its own."""
    pins: dict[str, Pin] = {}
    for space in spaces:
        if space.latitude is not None and space.longitude is not None:
            label = space.city_in_words or space.region or space.name
            pins.setdefault(label, Pin(label, space.latitude, space.longitude))
    described = _("Land of Europe and Asia without borders; the places of the list are marked.")
    return Mosaic(pins=list(pins.values()), description=described)
