"""Months as rows of days: which were planned, which were held, which somebody else names. Pure."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST_DAYS = 400  # a span longer than this is no visit; only its ends are marked

# What a day can be, strongest first: where two fall together, the first is shown.
STUDY_VISIT, WORKSHOP, HELD = "study_visit", "workshop", "held"
ALSO_SAID, PLANNED, VAGUE = "also_said", "planned", "vague"
ORDER = (STUDY_VISIT, WORKSHOP, HELD, ALSO_SAID, PLANNED, VAGUE)


@dataclass(frozen=True)
class Span:
    """Days from first to last, both included, and what they are."""

    first: date
    last: date
    state: str

    def days(self) -> Iterator[date]:
        length = (self.last - self.first).days
        if length > LONGEST_DAYS:
            yield from (self.first, self.last)
            return
        for step in range(length + 1):
            yield self.first + timedelta(days=step)


@dataclass(frozen=True)
class Cell:
    """One day of a strip; `state` is empty on an ordinary day."""

    day: date
    state: str

    @property
    def weekday(self) -> int:
        """Monday is 1, Sunday 7."""
        return self.day.isoweekday()

    @property
    def is_weekend(self) -> bool:
        return self.weekday > 5


@dataclass(frozen=True)
class Strip:
    """One month."""

    first: date
    cells: tuple[Cell, ...]

    @property
    def states(self) -> list[str]:
        found = {cell.state for cell in self.cells}
        return [state for state in ORDER if state in found]


def strips_of(spans: Sequence[Span]) -> list[Strip]:
    """A strip for each month in which a span has a day, in order of time."""
    states: dict[date, str] = {}
    for span in sorted(spans, key=lambda each: ORDER.index(each.state), reverse=True):
        states.update(dict.fromkeys(span.days(), span.state))
    months = sorted({day.replace(day=1) for day in states})
    return [Strip(month, _cells(month, states)) for month in months]


def _cells(month: date, states: dict[date, str]) -> tuple[Cell, ...]:
    length = monthrange(month.year, month.month)[1]
    days = (month.replace(day=number) for number in range(1, length + 1))
    return tuple(Cell(day, states.get(day, "")) for day in days)


def states_in(strips: Sequence[Strip]) -> list[str]:
    """What the strips show, for a key that explains only that."""
    found = {state for strip in strips for state in strip.states}
    return [state for state in ORDER if state in found]
