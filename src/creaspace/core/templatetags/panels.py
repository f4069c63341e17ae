from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from creaspace.core.panels import panels_at

register = template.Library()


@register.simple_tag(takes_context=True, name="panels")
def show_panels(context: template.RequestContext, place: str, record: Any = None) -> SafeString:
    """What rooms above have to say here, in their declared order; silent panels leave no trace."""
    request = context["request"]
    parts: list[str] = []
    for each in panels_at(place):
        filled = each.fill(request, record)
        if filled is not None:
            parts.append(render_to_string(each.template, {"record": record, **filled}, request))
    return mark_safe("".join(parts))  # noqa: S308 -- each part was rendered and escaped by a template
