"""The file that a calendar program reads (RFC 5545). Pure.

Whole days carry no time; the zone of the place comes along, so that a program that adds hours to
them knows which. The identifier of a day stays when its date moves and `sequence` rises: a file
fetched again replaces what stood there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, Timezone


@dataclass(frozen=True)
class Entry:
    """Whole days from first to last, both included."""

    uid: str
    first: date
    last: date
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True)
class Sheet:
    """What all entries of one file share."""

    name: str
    language: str  # BCP 47
    zone: str  # IANA name, or empty
    sequence: int
    changed_at: datetime


def calendar_file(sheet: Sheet, entries: Sequence[Entry]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Creaspace//Visits//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", sheet.name)
    calendar.add("x-wr-calname", sheet.name)
    if sheet.zone and entries:
        calendar.add("x-wr-timezone", sheet.zone)
        calendar.add_component(_zone(sheet.zone, entries))
    for entry in entries:
        calendar.add_component(_event(sheet, entry))
    written: bytes = calendar.to_ical()
    return written


def _zone(name: str, entries: Sequence[Entry]) -> Timezone:
    """The zone's rules for the years of these entries only."""
    first = min(entry.first for entry in entries).year
    last = max(entry.last for entry in entries).year
    return Timezone.from_tzid(name, first_date=date(first, 1, 1), last_date=date(last + 1, 1, 1))


def _event(sheet: Sheet, entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", sheet.changed_at)
    event.add("last-modified", sheet.changed_at)
    event.add("sequence", sheet.sequence)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))  # the first day that is free again
    event.add("summary", entry.summary, parameters={"language": sheet.language})
    event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    for name in ("description", "location", "url"):
        if value := getattr(entry, name):
            event.add(name, value)
    return event
