"""Spans of partial dates in words. Pure: no database."""

from babel.dates import format_interval

from creaspace.core.cldr import locale_of
from creaspace.core.languages import reader_language
from creaspace.core.partial_dates import PartialDate

SKELETONS = {"year": "y", "month": "yMMMM", "day": "yMMMMd"}


def span_words(starts_on: str, ends_on: str, tag: str = "") -> str:
    """`24–26 October 2016`, `24 al 26 de octubre de 2016`, `2016年10月24日至26日`.

    Without an end, or with an end less exact than the beginning, only what is known is said.
    """
    wanted = tag or reader_language()
    first = PartialDate.parse(starts_on)
    last = PartialDate.parse(ends_on) if ends_on else first
    if last == first:
        return first.text(wanted)
    if last.precision != first.precision:
        return f"{first.text(wanted)} – {last.text(wanted)}"
    return format_interval(
        first.earliest, last.earliest, SKELETONS[first.precision], locale=locale_of(wanted)
    )
