"""Pictures of a record on its page: `{% load pictures %}`."""

from typing import Any

from django import template

from creaspace.core.viewer import viewer_of
from creaspace.foundation.files.licences import licence_address, licence_words
from creaspace.foundation.files.reading import Picture, pictures_of

register = template.Library()


@register.inclusion_tag("files/pictures.html", takes_context=True)
def pictures(context: template.RequestContext, record: Any) -> dict[str, Any]:
    """All pictures of a record, each with credit and licence; nothing when there are none."""
    return {"pictures": pictures_of(record, viewer_of(context["request"]))}


@register.simple_tag(takes_context=True)
def first_picture(context: template.RequestContext, record: Any) -> Picture | None:
    """`{% first_picture space as picture %}`: where only one fits; None shows the tile."""
    found = pictures_of(record, viewer_of(context["request"]))
    return found[0] if found else None


@register.inclusion_tag("files/figure.html")
def figure(picture: Picture, sizes: str = "100vw") -> dict[str, Any]:
    """One picture with credit and licence; `sizes` tells the browser how wide it will stand."""
    return {"picture": picture, "sizes": sizes}


@register.filter(name="licence_words")
def words(licence: str) -> str:
    return licence_words(licence)


@register.filter(name="licence_address")
def address(licence: str) -> str:
    return licence_address(licence)
