"""Spans of partial dates: in words, read from words, and by how much they moved. Pure."""

import calendar
import re

from babel import Locale
from babel.dates import format_date, format_skeleton

from creaspace.core.cldr import locale_of
from creaspace.core.languages import reader_language
from creaspace.core.partial_dates import PartialDate

SKELETONS = {"year": "y", "month": "yMMM", "day": "yMMMd"}
MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTH_AND_YEAR = re.compile(r"([A-Za-z]+) (\d{4})")


def span_words(starts_on: str, ends_on: str, tag: str = "") -> str:
    """`24–26 October 2016`, `24–26 de octubre de 2016`, `2016年10月24日至26日`.

    An end that is less exact than the beginning is said apart, never filled up.
    """
    wanted = tag or reader_language()
    first = PartialDate.parse(starts_on)
    last = PartialDate.parse(ends_on) if ends_on else first
    if last == first:
        return first.text(wanted)
    if last.precision != first.precision:
        return f"{first.text(wanted)} – {last.text(wanted)}"
    return _interval(first, last, wanted)


def _interval(first: PartialDate, last: PartialDate, wanted: str) -> str:
    """Both ends without saying twice what they share.

    Where a date is written day first (Spanish, English of Europe) the end stands in full and the
    beginning is shortened; elsewhere (Chinese, Japanese) the language's own pattern decides.
    """
    locale, end = locale_of(wanted), last.text(wanted)
    is_day_first = end.startswith(str(last.day)) if last.day else not end[0].isdigit()
    if not is_day_first or not first.month:
        return _patterned(first, last, locale)
    if first.year != last.year:
        return f"{first.text(wanted)} – {end}"
    if not first.day:
        return f"{format_date(first.earliest, 'LLLL', locale=locale)} – {end}"
    if first.month == last.month:
        return f"{first.day}–{end}"
    return f"{format_skeleton('MMMMd', first.earliest, locale=locale)} – {end}"


def _patterned(first: PartialDate, last: PartialDate, locale: Locale) -> str:
    patterns = locale.interval_formats[SKELETONS[first.precision]]
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    ends = zip((first.earliest, last.earliest), patterns[differs], strict=True)
    return "".join(format_date(day, part, locale=locale) for day, part in ends)


def date_in_words(words: str) -> str:
    """`July 2016` as `2016-07`; empty for anything else, so that nothing is guessed."""
    found = MONTH_AND_YEAR.fullmatch(words.strip())
    month = MONTHS.get(found[1].casefold()) if found else None
    return f"{found[2]}-{month:02d}" if found and month else ""


def moved_by(before: str, after: str) -> tuple[int, str]:
    """How far the first day moved, and whether counted in `days` or in `months`.

    Months when either is known to the month only; (0, "days") when one of them is not known.
    """
    if not (before and after):
        return 0, "days"
    old, new = PartialDate.parse(before), PartialDate.parse(after)
    if old.precision == new.precision == "day":
        return (new.earliest - old.earliest).days, "days"
    if "year" in {old.precision, new.precision}:
        return 0, "months"
    return (new.year - old.year) * 12 + (new.month or 1) - (old.month or 1), "months"
