"""A history of partial dates as a drawing: tile for a day, bar for a span, hatching for unknown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import NamedTuple

from django.utils.functional import Promise

from creaspace.core.partial_dates import PartialDate
from creaspace.core.textwidth import width_of

WIDTH, TOP, LANE, SIDE, GAP = 1060, 52, 46, 14, 8
LABEL, SMALL = 14, 12.5
DAYS = 365.2425
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


@dataclass(frozen=True)
class Event:
    """Something that happened: in words, when as far as known, and what may stand behind it."""

    label: str | Promise
    start: PartialDate | None = None
    end: PartialDate | None = None
    note: str = ""
    url: str = ""
    lang: str = ""
    refs: str = ""  # links to sources, already safe HTML
    note_lang: str = ""  # where the note is in another language than the label
    short: str | Promise = ""  # for the drawing, where the label is long


class Mark(NamedTuple):
    """One event drawn: its shape, and two lines of words beside it."""

    exact: bool
    x: float
    y: float
    width: float
    label: str
    when: str
    text_x: float
    anchor: str
    lang: str = ""


class Tick(NamedTuple):
    x: float
    year: int
    label_y: int = 16


class Chart(NamedTuple):
    width: int
    height: int
    ticks: list[Tick]
    marks: list[Mark]
    life: str
    hatch: str


class Axis(NamedTuple):
    """Years from left to right; both ends are full years."""

    first: int
    last: int

    def at(self, day: date) -> float:
        years = day.year - self.first + (day.timetuple().tm_yday - 1) / DAYS
        return round(SIDE + (WIDTH - 2 * SIDE) * years / (self.last - self.first), 1)


def draw_timeline(events: Sequence[Event], known: PartialDate | None, tag: str) -> Chart | None:
    """The drawing, or None when fewer than two events have a date: a list says it better."""
    dated = sorted((event for event in events if event.start), key=_start)
    if len(dated) < 2:
        return None
    axis = _axis(dated, known)
    limit = axis.at(known.latest) + SIDE if known else WIDTH
    marks = _marks(dated, axis, limit, tag)
    bottom = max(mark.y for mark in marks) + LANE
    height = round(bottom)
    begin = axis.at(_start(dated[0]).earliest)
    end = axis.at(known.latest) if known else max(mark.x + mark.width for mark in marks)
    edge = axis.at(date(axis.last, 1, 1))
    hatched = _hatch(end, edge, 32, height - 8) if known and edge - end > 12 else ""
    return Chart(WIDTH, height, _ticks(axis), marks, f"M{begin} {TOP}H{end}", hatched)


def _start(event: Event) -> PartialDate:
    if event.start is None:
        raise ValueError("An event without a date has no place on an axis.")
    return event.start


def _axis(dated: Sequence[Event], known: PartialDate | None) -> Axis:
    ends = [(event.end or _start(event)).latest.year for event in dated]
    first = _start(dated[0]).year
    last = max([*ends, known.year if known else first]) + 1
    spare = max(1, round((last - first) * 0.04))
    return Axis(first - spare, last + (2 * spare if known else spare))


def _ticks(axis: Axis) -> list[Tick]:
    step = next(step for step in STEPS if (axis.last - axis.first) / step <= 9 or step == STEPS[-1])
    first = -(-axis.first // step) * step
    return [Tick(axis.at(date(year, 1, 1)), year) for year in range(first, axis.last + 1, step)]


def _marks(dated: Sequence[Event], axis: Axis, limit: float, tag: str) -> list[Mark]:
    """Every event in the uppermost lane where neither its shape nor its words meet another's."""
    lanes: list[list[tuple[float, float]]] = []
    marks = []
    for event in dated:
        mark = _mark(event, axis, limit, tag)
        room = _room(mark)
        for lane in count():
            if lane == len(lanes):
                lanes.append([])
            if all(room[1] < left or right < room[0] for left, right in lanes[lane]):
                break
        lanes[lane].append(room)
        marks.append(mark._replace(y=TOP + lane * LANE))
    return marks


def _mark(event: Event, axis: Axis, limit: float, tag: str) -> Mark:
    start = _start(event)
    exact = start.precision == "day" and event.end in (None, start)
    left = axis.at(start.earliest)
    right = axis.at((event.end or start).latest)
    width = 12 if exact else max(right - left, 10)
    x = left - 6 if exact else left
    label = str(event.short or event.label)
    when = start.text(tag, short=True)
    if event.end and event.end != start:
        when = f"{when} – {event.end.text(tag, short=True)}"
    words = max(width_of(label, LABEL), width_of(when, SMALL))
    if x + width + GAP + words > limit and words + GAP < x:
        return Mark(exact, x, 0, width, label, when, round(x - GAP, 1), "end", event.lang)
    at = round(x + width + GAP, 1)
    return Mark(exact, x, 0, width, label, when, at, "start", event.lang)


def _room(mark: Mark) -> tuple[float, float]:
    words = max(width_of(mark.label, LABEL), width_of(mark.when, SMALL)) + GAP
    if mark.anchor == "end":
        return mark.text_x - words - GAP, mark.x + mark.width + GAP
    return mark.x - GAP, mark.text_x + words


def _hatch(left: float, right: float, top: float, bottom: float) -> str:
    """Slanted lines that fill a rectangle, as one path."""
    tall = bottom - top
    strokes = []
    for step in range(0, int(right - left + tall), 8):
        foot, head = left + step - tall, left + step
        x1, y1 = (foot, bottom) if foot >= left else (left, bottom - (left - foot))
        x2, y2 = (head, top) if head <= right else (right, top + (head - right))
        strokes.append(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}")
    return "".join(strokes)
