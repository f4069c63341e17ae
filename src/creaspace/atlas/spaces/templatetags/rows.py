"""One row of the list: a page of the atlas has twenty, so no template is asked for each."""

from functools import lru_cache

from django import template
from django.template.defaultfilters import floatformat
from django.utils.formats import localize
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from creaspace.atlas.spaces.browsing.rows import Row
from creaspace.atlas.spaces.models import Space
from creaspace.core.cldr import territory_name
from creaspace.core.languages import reader_language
from creaspace.core.templatetags.components import measure, names, partial_date, tag
from creaspace.core.templatetags.drawing import position_mark, tile
from creaspace.foundation.languages.templatetags.texts import marked
from creaspace.foundation.search.marking import Piece

register = template.Library()
NOTHING, GAP, DOT = mark_safe(""), mark_safe(" "), mark_safe(" · ")
MARKED_AS = {"disagree": "hot", "usable": "ok", "checked": "ok"}  # in the order shown


@register.simple_tag
def space_row(row: Row) -> SafeString:
    """A space with its place, what it is, what is told of it and its marks."""
    return format_html(
        '<li class="record record-wide" data-slug="{}"{}>{}'
        '<div class="atlas-words"><h3 class="record-title">{}</h3>'
        '<p class="record-text atlas-place"><span>{}</span>{}</p>'
        '<p class="record-text">{}</p>{}{}</div></li>\n',
        row.space.slug,
        format_html(' data-at="{}"', row.at) if row.at else NOTHING,
        tile(row.space.slug, 52),
        names(row.space, row.address),
        _where(row.space),
        _beside_place(row),
        _facts(row.space),
        _told(row),
        _remarks(row),
    )


def _where(space: Space) -> SafeString:
    comma = _comma(reader_language())
    country = territory_name(space.country_id) if space.country_id else ""
    places = [marked(part) + comma for part in space.place_words]
    return _joined(*places, conditional_escape(country))


@lru_cache(maxsize=64)
def _comma(_language: str) -> SafeString:
    return _safe(pgettext("place", ", "))


def _beside_place(row: Row) -> SafeString:
    """How exactly the place is known, how far it is, and how many sources speak of the space."""
    sign = row.space.position_mark
    number = row.support.sources
    return _joined(
        GAP + position_mark(sign) if sign else NOTHING,
        format_html(' <span class="num">{}</span>', _away(row.km)) if row.km is not None else "",
        _sources(number, reader_language()) if number else "",
    )


def _away(km: float) -> str:
    return _("%(km)s km away") % {"km": floatformat(km, "0g")}


@lru_cache(maxsize=1_024)
def _sources(number: int, _language: str) -> SafeString:
    words = ngettext("%(number)s source", "%(number)s sources", number)
    told = words % {"number": localize(number)}
    return format_html('<span class="atlas-sources">{}</span>', told)


def _facts(space: Space) -> SafeString:
    kind = conditional_escape(str(space.kind)) if space.kind else NOTHING
    since = _since(space.founded_on) if space.founded_on else NOTHING
    area = space.floor_area_m2
    return _joined(
        DOT.join(each for each in (kind, since) if each),
        DOT + measure(area, "m²") if area else NOTHING,
    )


def _since(founded_on: str) -> SafeString:
    return _safe(_("since %(founded)s") % {"founded": partial_date(founded_on)})


def _told(row: Row) -> SafeString:
    if not row.pieces:
        return NOTHING
    language = format_html(' lang="{}"', row.language) if row.language else NOTHING
    return format_html(
        '<p class="record-text atlas-told"{}>{}</p>', language, _joined(*map(_piece, row.pieces))
    )


def _piece(piece: Piece) -> SafeString:
    text, is_hit = piece
    return format_html("<mark>{}</mark>", text) if is_hit else conditional_escape(text)


def _remarks(row: Row) -> SafeString:
    """What it was before, and what a reader should know of it at a glance."""
    if not (row.former_uses or row.marks):
        return NOTHING
    words = _marks_in_words(reader_language())
    tags = [tag(words[mark], kind) for mark, kind in MARKED_AS.items() if mark in row.marks]
    was = _("Was: %(uses)s") % {"uses": _(", ").join(row.former_uses)} if row.former_uses else ""
    said = _safe(" ".join(tags))
    return format_html('<p class="record-text muted">{}{}{}</p>', was, GAP if was else "", said)


@lru_cache(maxsize=64)
def _marks_in_words(_language: str) -> dict[str, SafeString]:
    return {
        "disagree": _safe(_("sources disagree")),
        "usable": _safe(_("can be used by others")),
        "checked": _safe(_("checked by the space")),
    }


def _safe(words: str) -> SafeString:
    return mark_safe(words)  # noqa: S308 -- of a catalogue, or drawn by tags


def _joined(*parts: str) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 -- every part is escaped or drawn by a tag
