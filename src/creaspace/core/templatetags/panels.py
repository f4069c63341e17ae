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
    """The panels of a place that have something to say, in their declared order."""
    request = context["request"]
    shown: list[Filled] = []
    for each in panels_about(place, record):
        filled = each.fill(request, record)
        if filled is not None:
            html = render_to_string(each.template, {"record": record, **filled}, request)
            shown.append(Filled(html, each.anchor, str(each.title)))
    return shown


@register.simple_tag(takes_context=True, name="panels")
def show_panels(context: template.RequestContext, place: str, record: Any = None) -> SafeString:
    """What rooms above have to say here, in their declared order; silent panels leave no trace."""
    parts = [each.html for each in filled_panels(context, place, record)]
    return mark_safe("".join(parts))  # noqa: S308 -- each part was rendered and escaped by a template
