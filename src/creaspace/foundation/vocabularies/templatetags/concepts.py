"""Showing a concept's words with their true language."""

from django import template
from django.utils.safestring import SafeString

from creaspace.foundation.languages.reading import Words
from creaspace.foundation.languages.templatetags.texts import marked
from creaspace.foundation.vocabularies.models import Concept

register = template.Library()


@register.filter
def in_words(words: Words | Concept) -> SafeString:
    """A concept's label, or any words, with a `lang` attribute where it is not the page's."""
    return marked(words.label_with_language() if isinstance(words, Concept) else words)
