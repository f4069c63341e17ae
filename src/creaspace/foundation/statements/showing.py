"""A value as words in the reader's language. Rooms above add their kinds with `@shows`."""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from babel.numbers import format_currency
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from creaspace.core.cldr import reader_locale
from creaspace.core.languages import reader_language
from creaspace.core.partial_dates import PartialDate
from creaspace.core.subjects import model_of
from creaspace.core.viewer import STRANGER
from creaspace.foundation.languages.reading import Words, attach_names, name_of
from creaspace.foundation.languages.templatetags.texts import marked
from creaspace.foundation.statements.fields import Field
from creaspace.foundation.statements.models import Statement
from creaspace.foundation.statements.words import value_words, words_of

Show = Callable[[Any, Field], str | SafeString]
_SHOWN: dict[str, Show] = {}


def shows(kind: str) -> Callable[[Show], Show]:
    """Register how values of one kind become words."""

    def register(show: Show) -> Show:
        _SHOWN[kind] = show
        return show

    return register


def show_value(value: Any, field: Field) -> str | SafeString:
    """The value alone; a value that does not fit its kind is shown as it is, never lost."""
    show = _SHOWN.get(field.kind, _as_text)
    try:
        return show(value, field)
    except (TypeError, ValueError, KeyError):
        return _as_text(value, field)


def show_statement(statement: Statement, field: Field) -> str | SafeString:
    """The value with its precision, “about 1,000 m²”; words as the reader can best have them."""
    words = show_words(statement.value, field, partial(words_of, statement))
    match statement.precision:
        case Statement.Precision.ABOUT:
            return format_html(_("about {value}"), value=words)
        case Statement.Precision.OVER:
            return format_html(_("more than {value}"), value=words)
        case Statement.Precision.AT_LEAST:
            return format_html(_("at least {value}"), value=words)
        case Statement.Precision.AT_MOST:
            return format_html(_("at most {value}"), value=words)
    return words


def show_words(value: Any, field: Field, in_words: Callable[[str, str], Words]) -> str | SafeString:
    """A value whose words `in_words` answers by the name of their text and their own letters."""
    told = value_words(value, field)
    shown = {name: marked(in_words(name, own)) for name, own in told.items()}
    if not shown:
        return show_value(value, field)
    if field.kind == "parts":
        return _parts_as(value, shown)
    return format_html_join(_semicolon(), "{}", ((each,) for each in shown.values()))


def _parts_as(value: Any, shown: dict[str, SafeString]) -> SafeString:
    """Parts of a whole, each with its share; those without words stay as they are."""
    rows = (
        (shown.get(f"value.{place}", part.get("source", "")), _percent(part.get("share_pct")))
        for place, part in enumerate(value)
    )
    return format_html_join(_semicolon(), "{} {}", rows)


def _as_text(value: Any, field: Field) -> str | SafeString:
    if isinstance(value, list):
        return format_html_join(_semicolon(), "{}", ((_as_text(each, field),) for each in value))
    if isinstance(value, dict):
        return "; ".join(f"{name}: {each}" for name, each in value.items())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_format(value)
    return str(value)


@shows("number")
def _number(value: Any, field: Field) -> str:
    if not isinstance(value, int | float):
        raise TypeError(value)
    amount = number_format(value, force_grouping=True)
    return f"{amount}\u00a0{field.unit}" if field.unit else amount


@shows("share")
def _share(value: Any, _field: Field) -> str:
    return _percent(value)


@shows("money")
def _money(value: Any, field: Field) -> str:
    """Whole amounts without cents: €350,000."""
    locale = reader_locale()
    pattern: str = locale.currency_formats["standard"].pattern
    if float(value).is_integer():
        pattern = pattern.replace(".00", "")
    return format_currency(value, field.unit, pattern, locale=locale, currency_digits=False)


@shows("date")
def _date(value: Any, _field: Field) -> SafeString:
    parsed = PartialDate.parse(str(value))
    words = parsed.text(reader_language())
    return format_html('<time datetime="{}">{}</time>', str(value), words)


@shows("yes_no")
def _yes_no(value: Any, _field: Field) -> str:
    return _("yes") if value else _("no")


@shows("choice")
def _choice(value: Any, field: Field) -> str:
    return str(dict(field.choices)[str(value)])


@shows("country")
def _country(value: Any, _field: Field) -> str:
    codes = value if isinstance(value, list) else [value]
    names = reader_locale().territories
    return _comma().join(str(names.get(code, code)) for code in codes)


@shows("position")
def _position(value: Any, _field: Field) -> str:
    """Degrees of WGS 84 and how exactly they hold; a position without degrees is no position."""
    degrees = f"{value['latitude']}, {value['longitude']}"
    exactness = {
        "building": _("exact to the building"),
        "district": _("exact to the district"),
        "city": _("exact to the city only"),
    }.get(value.get("precision", ""))
    return f"{degrees} ({exactness})" if exactness else degrees


@shows("address")
def _address(value: Any, _field: Field) -> SafeString:
    parts = urlsplit(str(value))
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(value)  # shown as plain words: javascript: is no address to follow
    host = parts.hostname
    return format_html('<a href="{}" rel="external noopener">{}</a>', value, host)


@shows("parts")
def _parts(value: Any, _field: Field) -> SafeString:
    rows = ((part["source"], _percent(part["share_pct"])) for part in value)
    return format_html_join(_semicolon(), "{} {}", rows)


@shows("record")
def _record(value: Any, field: Field) -> str | SafeString:
    return _records([value], field)


@shows("records")
def _records(value: Any, field: Field) -> SafeString:
    model: Any = model_of(field.records)
    if model is None:
        raise ValueError(field.records)
    found = {row.slug: row for row in model.objects.visible_to(STRANGER).filter(slug__in=value)}
    attach_names(found.values())
    # Not even the identifier of what was hidden or removed is told: it is made of the name.
    unseen = _("a record that is not shown")
    links = (_link_to(found[slug]) if slug in found else unseen for slug in value)
    return format_html_join(_comma(), "{}", ((link,) for link in links))


def _link_to(record: Any) -> SafeString:
    words = marked(name_of(record))
    return format_html('<a href="{}">{}</a>', record.get_absolute_url(), words)


def _percent(share: Any) -> str:
    return f"{number_format(share)}\u00a0%"


def _semicolon() -> str:
    return "；" if reader_language().startswith(("zh", "ja")) else "; "


def _comma() -> str:
    return "、" if reader_language().startswith(("zh", "ja")) else ", "
