"""The values of a facet: a page of the atlas has a hundred, so no template is asked for each."""

from collections.abc import Iterable
from functools import lru_cache

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from creaspace.atlas.spaces.browsing.choices import Choice
from creaspace.core.languages import reader_language

register = template.Library()
CHOSEN, NONE_THERE, FREE = mark_safe(" checked"), mark_safe(" disabled"), mark_safe("")
NOT_STATED, STATED = mark_safe(" filter-none"), mark_safe("")


@register.simple_tag
def facet_choices(choices: Iterable[Choice]) -> SafeString:
    """A box to tick for each, with how many spaces have the value and their share as a line."""
    language = reader_language()
    drawn = [_drawn(choice, language) for choice in choices]
    return mark_safe("".join(drawn))  # noqa: S308 -- each is escaped where it is drawn


def _drawn(choice: Choice, language: str) -> SafeString:
    return format_html(
        '<label class="filter facet-choice{}"><input type="checkbox" {}{}>{}'
        '<span class="filter-count">{}</span>'
        '<svg class="facet-share" viewBox="0 0 100 2" preserveAspectRatio="none"'
        ' aria-hidden="true"><path d="M0 1h{}"/></svg></label>\n',
        NOT_STATED if choice.is_not_stated else STATED,
        _box(choice.facet, choice.value),
        CHOSEN if choice.is_chosen else FREE if choice.count else NONE_THERE,
        _words(choice.label),
        _number(choice.count, language),
        _share(choice.share),
    )


@lru_cache(maxsize=4_096)  # as many as all facets have values, some times over
def _box(facet: str, value: str) -> SafeString:
    return format_html(
        'name="{}" value="{}" form="asked" id="{}-{}"', facet, value, facet, slugify(value)
    )


@lru_cache(maxsize=4_096)
def _words(label: str) -> SafeString:
    return format_html("<span>{}</span>", label)


@lru_cache(maxsize=4_096)
def _number(count: int, _language: str) -> SafeString:
    return format_html("{}", number_format(count, force_grouping=True))


@lru_cache(maxsize=101)
def _share(share: int) -> SafeString:
    return format_html("{}", share)
