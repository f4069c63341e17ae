"""Showing the poles of an axis with their true language."""

from django import template
from django.utils.safestring import SafeString

from creaspace.foundation.languages.templatetags.texts import marked
from creaspace.programme.consultation.models import Question
from creaspace.programme.consultation.reading import pole_in_words

register = template.Library()


@register.filter
def pole(question: Question, name: str) -> SafeString:
    """One of the two poles, for `{{ question|pole:"pole_one" }}`."""
    return marked(pole_in_words(question, name))
