"""Parts of a page that hardly ever change: drawn once for what decides them, then remembered."""

from collections.abc import Hashable
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()
MOST_PARTS = 1_000
_parts: dict[Hashable, SafeString] = {}


def forget() -> None:
    _parts.clear()


class RememberedNode(template.Node):
    """It is itself part of the key, so two parts never meet; loaded templates live for ever."""

    def __init__(self, nodelist: NodeList, decided_by: list[FilterExpression]) -> None:
        self.nodelist = nodelist
        self.decided_by = decided_by

    def render(self, context: template.Context) -> SafeString:
        key = (
            self,
            get_language(),
            get_script_prefix(),
            *(each.resolve(context) for each in self.decided_by),
        )
        part = _parts.get(key)
        if part is None:
            if len(_parts) >= MOST_PARTS:
                _parts.clear()
            part = _parts[key] = self.nodelist.render(context)
        return part


@register.tag
def remembered(parser: Parser, token: Token) -> Any:
    """`{% remembered destinations %}…{% endremembered %}`: name all that decides what stands here.

    The language of the page decides by itself. Everything named must be hashable and belong to
    everybody: never a person, a record or an address, of which there are too many.
    """
    decided_by = [parser.compile_filter(each) for each in token.split_contents()[1:]]
    nodelist = parser.parse(("endremembered",))
    parser.delete_first_token()
    return RememberedNode(nodelist, decided_by)
