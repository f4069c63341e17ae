"""Dates known to the year, the month or the day, and never made more exact than they are."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Self

from babel.dates import format_date, format_skeleton

from creaspace.core.cldr import locale_of

WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class NotAPartialDate(ValueError):
    """The text is no date; the message names it and says which forms are."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” is not a date. Write a year (1987), a month (2014-06) or a day (2014-06-01)."
        )
        self.text = text


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year, or a day; ordered by where each begins, the vaguer first."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            raise NotAPartialDate(str(self)) from None
        if self.day and not self.month:
            raise NotAPartialDate(str(self))

    @classmethod
    def parse(cls, text: str) -> Self:
        found = WRITTEN.fullmatch(text.strip())
        if not found:
            raise NotAPartialDate(text)
        parts = [int(part) for part in found.groups() if part is not None]
        if 0 in parts:
            raise NotAPartialDate(text)
        return cls(*parts)

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        written = f"{self.year:04d}"
        if self.month is not None:
            written += f"-{self.month:02d}"
        if self.day is not None:
            written += f"-{self.day:02d}"
        return written

    def __lt__(self, other: Self) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    @property
    def precision(self) -> str:
        """One of ``year``, ``month``, ``day``."""
        if self.day:
            return "day"
        return "month" if self.month else "year"

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def may_be(self, other: Self) -> bool:
        """Whether both could name the same moment: 2014 and June 2014 do not contradict."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def text(self, tag: str, *, short: bool = False) -> str:
        """In words of a language: June 2014, junio de 2014, 2014年6月."""
        locale = locale_of(tag)
        if self.day:
            return format_date(self.earliest, "medium" if short else "long", locale=locale)
        months = "yMMM" if short else "yMMMM"
        return format_skeleton(months if self.month else "y", self.earliest, locale=locale)
