"""The parts pages are made of; docs/build/components.md shows each with an example."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.http import QueryDict
from django.templatetags.static import static
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from creaspace.core import languages
from creaspace.core.cldr import territory_name
from creaspace.core.partial_dates import PartialDate
from creaspace.core.templatetags.drawing import register as drawn
from creaspace.core.templatetags.drawing import tile
from creaspace.core.templatetags.remembering import register as remembering

register = template.Library()
register.tags.update(drawn.tags)  # one library to know; drawings have their own file
register.tags.update(remembering.tags)

STYLES = (
    *("tokens", "base", "layout", "phone"),
    *("words", "components", "data", "evidence", "forms", "drawing"),
)
NOTE_ICONS = {"info": "info", "warn": "alert", "error": "alert", "ok": "check"}
EMPTY = mark_safe("")


# ---- the frame ----


@register.simple_tag
def styles() -> SafeString:
    """The style sheets every page needs, the one that orders the layers first."""
    links = [(static(f"core/css/{name}.css"), "all") for name in STYLES]
    links.append((static("core/css/print.css"), "print"))
    return format_html_join("\n", '<link rel="stylesheet" href="{}" media="{}">', links)


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """A sign from the sprite; decorative unless it is given a label."""
    return _icon(static("core/icons.svg"), name, label, f"icon {css}".strip())


@lru_cache(maxsize=512)
def _icon(sheet: str, name: str, label: str, classes: str) -> SafeString:
    if not label:
        return format_html(
            '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', classes, sheet, name
        )
    return format_html(
        '<svg class="{}" role="img" aria-label="{}"><use href="{}#{}"/></svg>',
        classes,
        label,
        sheet,
        name,
    )


@register.simple_tag
def breadcrumb(*steps: Any) -> SafeString:
    """Pairs of label and address from the top down; a last label alone is this page."""
    pairs = [(steps[at], str(steps[at + 1])) for at in range(0, len(steps) - 1, 2)]
    items = format_html_join(
        "",
        '<li class="trail-step"><a class="trail-link" href="{1}">{0}</a></li>',
        pairs,
    )
    if len(steps) % 2:
        items += format_html(
            '<li class="trail-step"><span aria-current="page">{}</span></li>', steps[-1]
        )
    return format_html('<ol class="trail-list">{}</ol>', items)


@register.simple_tag
def names(record: Any, url: str = "", css: str = "record-link") -> SafeString:
    """What a record is called, the form its reader reads first; the other beside it, more quietly.

    With `url` the first form leads there.
    """
    called = record.called
    first = format_html("<span{}>{}</span>", _lang(called.first_language), called.first)
    if not called.first_language:
        first = format_html("{}", called.first)
    if url:
        first = format_html('<a class="{}" href="{}">{}</a>', css, url, first)
    if not called.other:
        return first
    other = format_html("<span{}>{}</span>", _also(called.other_language), called.other)
    return format_html("{} {}", first, other)


def _also(language: str) -> SafeString:
    return format_html(' class="also-called"{}', _lang(language))


@register.simple_tag(takes_context=True)
def query_with(context: template.Context, **changes: Any) -> str:
    """This page's parameters with some changed; None or "" takes one away."""
    request = context.get("request")
    query = request.GET.copy() if request else QueryDict(mutable=True)
    for name, value in changes.items():
        if value is None or value == "":
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.inclusion_tag("core/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """Earlier and later pages of a list, with where one is; nothing for a single page."""
    return {"page": page, "request": context.get("request")}


# ---- boxes round other words ----


def _trimmed(content: SafeString) -> SafeString:
    """What a template wrote, without the space round it; a bare `strip` would escape it again."""
    return mark_safe(content.strip())  # noqa: S308 -- escaped by the template that wrote it


@register.simple_block_tag
def captured(content: SafeString) -> SafeString:
    """What stands here, to be written in several places and in attributes: `as` gives its name."""
    return mark_safe(_trimmed(content).replace('"', "&quot;"))  # noqa: S308 -- as above


def _lang(tag: str) -> SafeString:
    return format_html(' lang="{}"', languages.bcp47(tag)) if tag else EMPTY


@register.simple_block_tag
def card(
    content: SafeString,
    title: str = "",
    url: str = "",
    kicker: str = "",
    lang: str = "",
    level: int = 3,
    seed: str = "",
    css: str = "",
) -> SafeString:
    """A record in a box; with `url` the whole card leads there, with `seed` it bears a tile."""
    words = format_html('<a class="card-link" href="{}">{}</a>', url, title) if url else title
    above = format_html('<p class="card-kicker">{}</p>', kicker) if kicker else EMPTY
    head = format_html('<h{0} class="card-title"{1}>{2}</h{0}>', int(level), _lang(lang), words)
    return format_html(
        '<article class="card {} {}">{}<div class="card-body">{}</div></article>',
        "card-linked" if url else "",
        css,
        format_html(
            '<header class="card-head">{}<div>{}{}</div></header>',
            tile(seed, 56) if seed else EMPTY,
            above,
            head if title else EMPTY,
        )
        if title or seed
        else EMPTY,
        content,
    )


@register.simple_block_tag
def note(content: SafeString, kind: str = "info", title: str = "") -> SafeString:
    """Something to know (info), to watch (warn), that failed (error) or is done (ok)."""
    role = mark_safe(' role="alert"') if kind == "error" else EMPTY
    head = format_html("<strong>{}</strong> ", title) if title else EMPTY
    return format_html(
        '<div class="note note-{}"{}>{}<div class="note-body"><div>{}{}</div></div></div>',
        kind,
        role,
        icon(NOTE_ICONS.get(kind, "info")),
        head,
        content,
    )


@register.simple_block_tag
def section(
    content: SafeString,
    title: str,
    id: str = "",  # noqa: A002 -- the word of HTML
    sub: str = "",
    level: int = 2,
    css: str = "",
) -> SafeString:
    """A part of a page under one rule of ink, reachable by its `id`."""
    below = format_html('<p class="section-sub">{}</p>', sub) if sub else EMPTY
    name = format_html(' id="{}"', id) if id else EMPTY
    return format_html(
        '<section class="section {}"{}><div class="section-head">'
        '<h{} class="section-title">{}</h{}>{}</div>{}</section>',
        css,
        name,
        int(level),
        title,
        int(level),
        below,
        content,
    )


@register.simple_block_tag
def state(content: SafeString, kind: str = "wait") -> SafeString:
    """A state in words: ok, wait, todo (a person must act), watch, off."""
    return format_html('<span class="state state-{}">{}</span>', kind, _trimmed(content))


@register.simple_block_tag
def tag(content: SafeString, kind: str = "", url: str = "") -> SafeString:
    """A short word beside a name: plain, ok, warn, hot, or blue when nothing is said."""
    classes = f"tag tag-{kind}" if kind else "tag"
    if url:
        return format_html('<a class="{}" href="{}">{}</a>', classes, url, _trimmed(content))
    return format_html('<span class="{}">{}</span>', classes, _trimmed(content))


@register.simple_block_tag
def empty(content: SafeString, title: str, seed: str = "") -> SafeString:
    """A place with nothing in it yet: what belongs here, and the way to fill it."""
    return format_html(
        '<div class="empty">{}<p class="empty-title">{}</p>{}</div>',
        tile(seed, 72) if seed else EMPTY,
        title,
        content,
    )


# ---- values ----


@register.simple_tag
def measure(value: Any, unit: str = "") -> SafeString:
    """A number in the reader's habit with its unit; an unknown value is a dash with a word."""
    if value is None or value == "":
        return format_html(
            '<span class="muted" title="{0}" aria-label="{0}">–</span>', _("not known")
        )
    whole = isinstance(value, float) and value.is_integer()  # 3600.0 would claim a tenth
    number = number_format(int(value) if whole else value, use_l10n=True, force_grouping=True)
    words = f"{number}\u00a0{unit}" if unit else number
    return format_html('<span class="num nowrap">{}</span>', words)


@register.simple_tag
def partial_date(value: Any, short: bool = False) -> SafeString:
    """A year, month or day in words; what is no date is shown as it was written."""
    try:
        known = value if isinstance(value, PartialDate) else PartialDate.parse(str(value))
    except ValueError:
        return format_html("{}", value if value is not None else "")
    return _dated(known, languages.reader_language(), short)


@lru_cache(maxsize=4096)
def _dated(known: PartialDate, language: str, short: bool) -> SafeString:
    words = known.text(language, short=short)
    return format_html('<time datetime="{}">{}</time>', str(known), words)


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@register.filter(name="nth")
def nth_letter(number: int) -> str:
    """1 as A, 26 as Z, 27 as AA: the letter of a source."""
    return _letters(int(number))


@register.simple_tag
def nth(number: int) -> str:
    return _letters(int(number))


@register.filter
def bcp47(code: str) -> str:
    """`zh-hans` as `zh-Hans`, for a `lang` attribute."""
    return languages.bcp47(str(code)) if code else ""


@register.filter
def territory(code: str) -> str:
    """The name of a country or territory in the reader's language."""
    return territory_name(str(code)) if code else ""


@register.filter
def host(address: str) -> str:
    """The host of an address, for the words of a link."""
    name = urlsplit(str(address)).hostname or str(address)
    return name.removeprefix("www.")


@register.filter
def attributes(values: Mapping[str, Any] | None) -> SafeString:
    """A mapping as HTML attributes, escaped; None and False are left out."""
    pairs = [(key, value) for key, value in (values or {}).items() if value not in (None, False)]
    return format_html_join("", ' {}="{}"', pairs)


@register.filter
def fault_count(form: BaseForm) -> int:
    """How many things are wrong: a field with two faults counts twice, as the summary lists it."""
    return sum(len(faults) for faults in form.errors.values())
