from dataclasses import dataclass
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from creaspace.core.panels import panels_about

register = template.Library()


@dataclass(frozen=True)
class Filled:
    """A panel that had something to say: its words, and where a jump list finds it."""

    html: SafeString
    anchor: str
    title: str


@register.simple_tag(takes_context=True)
def filled_panels(context: template.RequestContext, place: str, record: Any = None) -> list[Filled]:
    """The panels of a place that have something to say, in their declared order.

    All are filled before the first is drawn, so that what they want to read is read together.
    """
    request = context["request"]
    told = [(each, each.fill(request, record)) for each in panels_about(place, record)]
    return [
        Filled(
            render_to_string(each.template, {"record": record, **filled}, request),
            each.anchor,
            str(each.title),
        )
        for each, filled in told
        if filled is not None
    ]


@register.simple_tag(takes_context=True, name="panels")
def show_panels(context: template.RequestContext, place: str, record: Any = None) -> SafeString:
    """What rooms above have to say here, in their declared order; silent panels leave no trace."""
    parts = [each.html for each in filled_panels(context, place, record)]
    return mark_safe("".join(parts))  # noqa: S308 -- each part was rendered and escaped by a template
