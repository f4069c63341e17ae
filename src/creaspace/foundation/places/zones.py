"""Local times here and there. Pure; the clock is a parameter."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import get_timezone_location

from creaspace.core.cldr import locale_of

NIGHT_BEGINS, NIGHT_ENDS = 22, 7


class UnknownZone(ValueError):
    """No time zone has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is not a time zone. Write it as in Europe/Madrid.")


def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name; raise `UnknownZone` with the name otherwise."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZone(name[:60]) from error


def local_time(moment: datetime, zone_name: str) -> datetime:
    """The clock on the wall there; `moment` must know its own zone."""
    if moment.tzinfo is None:
        message = f"{moment.isoformat()} has no time zone, so it names no moment."
        raise ValueError(message)
    return moment.astimezone(zone(zone_name))


@dataclass(frozen=True)
class HereAndThere:
    """One moment on two clocks."""

    here: datetime
    there: datetime

    @property
    def ahead(self) -> timedelta:
        """How far the clock there is ahead of the one here; negative when it is behind."""
        return (self.there.utcoffset() or timedelta()) - (self.here.utcoffset() or timedelta())

    @property
    def days_apart(self) -> int:
        """1 when it is already tomorrow there, -1 when it is still yesterday."""
        return (self.there.date() - self.here.date()).days

    @property
    def is_night_there(self) -> bool:
        return not NIGHT_ENDS <= self.there.hour < NIGHT_BEGINS


def here_and_there(moment: datetime, here: str, there: str) -> HereAndThere:
    return HereAndThere(local_time(moment, here), local_time(moment, there))


def zone_place(zone_name: str, tag: str) -> str:
    """The city a zone is named after, in a language."""
    return str(get_timezone_location(zone(zone_name), locale=locale_of(tag), return_city=True))
