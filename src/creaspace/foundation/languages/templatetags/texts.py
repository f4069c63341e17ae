"""Showing a record's texts with their true language and, where it differs, a note that says so."""

from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError
from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from creaspace.core.languages import reader_language
from creaspace.foundation.languages.hashing import blocks_of
from creaspace.foundation.languages.reading import Words, name_of, texts_of

register = template.Library()


@register.simple_tag
def text(record: Any, field: str) -> SafeString:
    """One line of text; a `lang` attribute wherever the language is not the page's."""
    return marked(texts_of(record).words(field))


@register.simple_tag
def paragraphs(record: Any, field: str) -> SafeString:
    """A long text as paragraphs, each with its true language."""
    words = texts_of(record).words(field)
    language = words.language if words.language != reader_language() else ""
    pieces = ((language, block) for block in blocks_of(words.text))
    if language:
        return format_html_join("", '<p lang="{}">{}</p>', pieces)
    return format_html_join("", "<p>{}</p>", ((block,) for _language, block in pieces))


@register.simple_tag
def text_note(record: Any, field: str) -> str:
    """Nothing when all is well; else whether this is another language, a draft, or outdated."""
    words = texts_of(record).words(field)
    trusted = not words.is_fallback and words.state in {"original", "reviewed"}
    if not words or (trusted and not words.outdated_blocks):
        return ""
    return render_to_string("languages/note.html", {"words": words, "wanted": reader_language()})


@register.simple_tag
def words_of(record: Any, field: str) -> Words:
    """The words themselves, for `{% words_of space "name" as name %}`."""
    return texts_of(record).words(field)


@register.filter
def plain_text(record: Any, field: str) -> str:
    """Only the letters, for titles and attributes."""
    return texts_of(record).words(field).text


@register.filter
def called(record: Any) -> str:
    """A record's name in the reader's language where it has one, for titles and attributes."""
    return name_of(record).text


@register.filter
def named(record: Any) -> SafeString:
    """The same for a page; a `lang` attribute where the name is in another language."""
    return marked(name_of(record))


@register.filter
def language_name(tag: str) -> str:
    """`es` as “Spanish”, “español” or “西班牙语”; the tag itself if CLDR lacks it."""
    try:
        reader = Locale.parse(reader_language(), sep="-")
        return Locale.parse(tag, sep="-").get_display_name(reader) or tag
    except (UnknownLocaleError, ValueError):
        return tag


@register.filter
def marked(words: Words) -> SafeString:
    """Words already read, with a `lang` attribute where their language is not the page's."""
    if not words.text or words.language == reader_language():
        return format_html("{}", words.text)
    return format_html('<span lang="{}">{}</span>', words.language, words.text)
