"""Days and months in the words of the reader's language."""

from datetime import date

from babel.dates import format_date, format_skeleton
from django import template

from creaspace.core.cldr import reader_locale

register = template.Library()


@register.filter
def long_day(day: date) -> str:
    """Monday 24 October, lunes, 24 de octubre, 10月24日星期一."""
    return format_skeleton("MMMMEEEEd", day, locale=reader_locale())


@register.filter
def month_year(day: date) -> str:
    return format_skeleton("yMMMM", day, locale=reader_locale())


@register.filter
def weekday_letter(day: date) -> str:
    """The one-letter name calendars use: M, L, 一."""
    return format_date(day, "ccccc", locale=reader_locale())
