"""One value of a facet: a page of the atlas has a hundred, so no template is asked for each."""

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from creaspace.atlas.spaces.browsing.choices import Choice

register = template.Library()
CHOSEN, NONE_THERE, FREE = mark_safe(" checked"), mark_safe(" disabled"), mark_safe("")


@register.simple_tag
def facet_choice(choice: Choice) -> SafeString:
    """A box to tick, with how many spaces have the value and their share as a line."""
    state = CHOSEN if choice.is_chosen else FREE if choice.count else NONE_THERE
    return format_html(
        '<label class="filter facet-choice{}"><input type="checkbox" name="{}" value="{}"'
        ' form="asked" id="{}-{}"{}><span>{}</span><span class="filter-count">{}</span>'
        '<svg class="facet-share" viewBox="0 0 100 2" preserveAspectRatio="none"'
        ' aria-hidden="true"><path d="M0 1h{}"/></svg></label>\n',
        " filter-none" if choice.is_not_stated else "",
        choice.facet,
        choice.value,
        choice.facet,
        slugify(choice.value),
        state,
        choice.label,
        number_format(choice.count, force_grouping=True),
        choice.share,
    )
