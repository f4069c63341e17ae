"""The days of a visit as entries of a calendar."""

from dataclasses import replace
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from creaspace.core.partial_dates import PartialDate
from creaspace.programme.programmes.models import ScheduleVersion
from creaspace.programme.visits.calendar_file import Entry, Sheet
from creaspace.programme.visits.models import Day, Visit


def sheet_of(visit: Visit, version: ScheduleVersion, language: str) -> Sheet:
    city = visit.session.city
    return Sheet(
        name=str(visit),
        language=language,
        zone=city.time_zone if city else "",
        sequence=version.number - 1,
        changed_at=version.noted_at,
    )


def entries_of(visit: Visit, version: ScheduleVersion, public_url: str) -> list[Entry]:
    """One entry for each known day within the dates that count, else one for all of them."""
    first = PartialDate.parse(version.starts_on).earliest
    last = PartialDate.parse(version.ends_on or version.starts_on).latest
    known = [day for day in visit.days.all() if day.date and first <= day.date <= last]
    days = known if version.was_held else []
    host = urlsplit(public_url).hostname or "localhost"
    whole = Entry(
        uid=f"visit-{visit.slug}@{host}",
        first=first,
        last=last,
        summary=str(visit),
        location=_place(visit),
        url=f"{public_url}{visit.get_absolute_url()}",
        is_cancelled=version.state == ScheduleVersion.State.CANCELLED,
    )
    if not days:
        return [replace(whole, description=version.when())]
    return [
        replace(
            whole,
            uid=f"visit-{visit.slug}-{number}@{host}",
            first=day.date or first,
            last=day.date or last,
            summary=_summary(visit, day),
            description=day.basis,
        )
        for number, day in enumerate(days, start=1)
    ]


def _place(visit: Visit) -> str:
    session = visit.session
    return ", ".join(str(part) for part in (session.place_name(), session.country) if part)


def _summary(visit: Visit, day: Day) -> str:
    if day.kind == Day.Kind.WORKSHOP:
        return _("Workshop in %(place)s") % {"place": visit.session.place_name()}
    return str(visit)
