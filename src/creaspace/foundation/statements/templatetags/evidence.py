"""Showing what is known and who says so."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from creaspace.core.languages import reader_language
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.reading import Words, is_readers, name_of
from creaspace.foundation.languages.templatetags.texts import marked
from creaspace.foundation.records.models import Version, short_link_of
from creaspace.foundation.statements.evidence import Evidence, Known
from creaspace.foundation.statements.fields import field_of, label_of
from creaspace.foundation.statements.models import Statement
from creaspace.foundation.statements.showing import show_statement, show_value
from creaspace.foundation.statements.words import words_in, words_of

register = template.Library()
UNCHECKED = frozenset({Texts.State.DRAFT, Texts.State.MACHINE})
FIELD_NAME = re.compile(r"`([a-z][a-z_]*)`")  # how a codebook names a field of a record


@register.filter
def shown(statement: Statement) -> str | SafeString:
    """A statement's value in the reader's language."""
    return show_statement(statement, field_of(statement.subject_label, statement.field))


@register.filter
def field_label(statement: Statement) -> str:
    return str(field_of(statement.subject_label, statement.field).label)


@register.simple_tag
def said_words(statement: Statement, name: str) -> Words:
    """The words beside a value (`wording`, `note`, `basis_note`) with their state."""
    return words_of(statement, name, str(getattr(statement, name)))


@register.simple_tag
def said(statement: Statement, name: str) -> SafeString:
    """The same as the reader can best have them; fields that are named get their labels."""
    words = said_words(statement, name)
    if not FIELD_NAME.search(words.text):
        return marked(words)
    return _naming_fields(words, statement.subject_label)


def _naming_fields(words: Words, label: str) -> SafeString:
    """Names of fields within a text, `legal_form`, as the words the reader knows them by."""
    here = reader_language()
    mark = "{}" if words.language == here else f'<span lang="{here}">{{}}</span>'
    pieces = (
        format_html(mark, label_of(label, piece)) if place % 2 else piece
        for place, piece in enumerate(FIELD_NAME.split(words.text))
    )
    told = format_html_join("", "{}", ((piece,) for piece in pieces))
    return marked(replace(words, text=told))


@register.simple_tag
def known_value(evidence: Evidence, name: str) -> str | SafeString:
    """The chosen value of one field, without its source; empty when nobody said."""
    known = evidence[name]
    return shown(known.shown) if known else ""


@register.simple_tag
def plain_value(value: Any, label: str, name: str) -> str | SafeString:
    """A value that stands in a column, shown like the field it belongs to."""
    return show_value(value, field_of(label, name))


@register.simple_tag
def ref(statement: Statement, evidence: Evidence) -> SafeString:
    """The letter that leads from a value to its source on this page."""
    return _ref(evidence.letters.get(statement.source_id, ""), reader_language())


@lru_cache(maxsize=512)
def _ref(letter: str, _language: str) -> SafeString:
    return format_html(
        '<a class="ref" href="#source-{}" aria-label="{}">{}</a>',
        letter,
        _("Source %(letter)s") % {"letter": letter},
        letter,
    )


@register.inclusion_tag("statements/fact.html")
def fact(evidence: Evidence, name: str) -> dict[str, Any]:
    """Value and letter of one field, or nothing."""
    return {"known": evidence[name], "evidence": evidence}


@register.inclusion_tag("statements/table.html")
def evidence_table(evidence: Evidence) -> dict[str, Any]:
    """Everything that is known: what, value, who says so, when it was true, how exact."""
    shown = [words for row in evidence.statements for words in _foreign_words(row)]
    return {
        "evidence": evidence,
        "wanted": reader_language(),
        "left": next((words for words in shown if words.is_fallback), None),
        "translated": next((words for words in shown if words.state in UNCHECKED), None),
    }


def _foreign_words(statement: Statement) -> list[Words]:
    """The texts of a statement that were not written in the reader's language."""
    if is_readers(statement.source_language):
        return []
    told = words_in(statement).items()
    return [words_of(statement, name, own) for name, own in told]


@register.inclusion_tag("statements/sources_here.html")
def sources_here(evidence: Evidence) -> dict[str, Any]:
    """The sources of this page under their letters."""
    lettered = [(evidence.letters[source.pk], source) for source in evidence.sources]
    return {"lettered": lettered}


@register.inclusion_tag("statements/disagreements.html")
def disagreements(evidence: Evidence) -> dict[str, Any]:
    """Where two sources say different things: both, side by side, and the rule that chose."""
    return {"evidence": evidence, "disputed": evidence.disagreements}


@register.filter
def rule_in_words(known: Known) -> str:
    """Why this one is shown."""
    return {
        "rank": _("Shown because this kind of source comes first for this field."),
        "newer": _("Sources of the same rank: the newer is shown."),
        "later": _("Sources of the same rank and date: the one recorded later is shown."),
    }.get(known.choice.decided_by, "")


@register.inclusion_tag("statements/cite.html")
def cite(record: Any) -> dict[str, Any]:
    """How to cite a record: words, the address of its version, the short link and its QR code."""
    label = record._meta.label_lower
    version = Version.objects.about(record).order_by("-number").defer("content").first()
    link = short_link_of(record)
    address = record.get_absolute_url()
    version_url, name = "", name_of(record).text
    if version:
        version_url = reverse("versions:version", args=[label, record.slug, version.number])
    return {
        "name": name,
        "version": version,
        "version_url": version_url,
        "words": _citation(name, version, version_url or address),
        "short_url": f"{settings.CREASPACE_PUBLIC_URL}/s/{link.name}" if link else "",
        "qr_url": f"/qr/{link.name}.svg" if link else "",
        "data_url": reverse("data:record", args=[label, record.slug]),
    }


def _citation(name: str, version: Version | None, address: str) -> str:
    where = f"{settings.CREASPACE_PUBLIC_URL}{address}"
    if version is None:
        return f"{name}. {settings.CREASPACE_SITE_NAME}. {where}"
    day = date_format(version.made_at, "DATE_FORMAT")
    told = {"record": name, "site": settings.CREASPACE_SITE_NAME, "day": day, "where": where}
    words = _("%(record)s. %(site)s, version %(number)s, %(day)s. %(where)s")
    return words % {**told, "number": version.number}
