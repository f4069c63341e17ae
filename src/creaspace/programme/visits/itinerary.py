"""What the page of a visit shows: versions of its dates, months, days, stops and their plan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from creaspace.core.partial_dates import PartialDate
from creaspace.foundation.statements.evidence import Evidence, evidence_of
from creaspace.foundation.statements.models import Source
from creaspace.programme.programmes.models import ScheduleVersion
from creaspace.programme.visits import plan, strips
from creaspace.programme.visits.models import Day, Stop, Visit

WIDE, NARROW = 620, 360  # drawing units of the plan; one suits a desk, one a phone
EXACTNESS = ("building", "district", "city", "moves")


@dataclass(frozen=True)
class Dated:
    """One version of the dates, its source, and the letter of that source on this page."""

    version: ScheduleVersion
    source: Source | None
    letter: str


@dataclass(frozen=True)
class Itinerary:
    """Everything between the title of a visit and its evidence."""

    current: Dated | None
    superseded: list[Dated]
    months: list[strips.Strip]
    days: list[Day]
    stops: list[Stop]
    wide: plan.Plan | None
    narrow: plan.Plan | None

    @property
    def states(self) -> list[str]:
        return strips.states_in(self.months)

    @property
    def exactness(self) -> list[str]:
        """Which marks of place the plan uses, the most exact first."""
        used = {mark.place.exactness for mark in self.wide.marks} if self.wide else set()
        return [kind for kind in EXACTNESS if kind in used]

    @property
    def undrawn(self) -> list[Stop]:
        """Stops whose position nobody gave."""
        return [stop for stop in self.stops if stop.space.latitude is None]


def evidence_with_session(visit: Visit) -> Evidence:
    """What is known of a visit; of dates, place and host also what is known of its session."""
    own, of_session = evidence_of(visit), evidence_of(visit.session)
    added = [row for row in of_session.statements if row.field not in own.known]
    statements = [*own.statements, *added]
    return Evidence(own.label, statements, [*own.mentions, *of_session.mentions])


def consulted(evidence: Evidence) -> int:
    """How many sources were read; a compiled file only repeats what others say."""
    kinds = {mention.source_id: mention.source.kind for mention in evidence.mentions}
    return sum(kind != Source.Kind.IMPORT for kind in kinds.values())


def itinerary_of(
    visit: Visit, *, days: Sequence[Day], stops: Sequence[Stop], evidence: Evidence
) -> Itinerary:
    versions = visit.session.schedule.in_order()
    dated = [_dated(version, evidence) for version in versions]
    places = [_place(stop) for stop in stops if stop.space.latitude is not None]
    return Itinerary(
        current=dated[-1] if dated else None,
        superseded=dated[-2::-1],
        months=strips.strips_of(list(_spans(versions, days, evidence))),
        days=list(days),
        stops=list(stops),
        wide=plan.draw(places, width=WIDE),
        narrow=plan.draw(places, width=NARROW),
    )


def _dated(version: ScheduleVersion, evidence: Evidence) -> Dated:
    """Where the version names no source, whoever states the same first day stands for it."""
    source, known = version.source, evidence["starts_on"]
    if source is None and known and version.starts_on:
        said = [row.source for row in known.all if row.value == version.starts_on]
        source = said[0] if said else None
    return Dated(version, source, evidence.letters.get(source.pk, "") if source else "")


def _place(stop: Stop) -> plan.Place:
    space = stop.space
    return plan.Place(
        number=stop.position,
        name=space.name,
        latitude=space.latitude or 0.0,
        longitude=space.longitude or 0.0,
        exactness=space.position_mark or "city",
    )


def _spans(
    versions: Sequence[ScheduleVersion], days: Iterable[Day], evidence: Evidence
) -> Iterable[strips.Span]:
    for version in versions:
        if version.starts_on:
            yield _span_of(version)
    for day in days:
        if day.date:
            yield strips.Span(day.date, day.date, day.kind)
    for on in _also_said(evidence):
        yield strips.Span(on, on, strips.ALSO_SAID)


def _span_of(version: ScheduleVersion) -> strips.Span:
    first = PartialDate.parse(version.starts_on)
    last = PartialDate.parse(version.ends_on or version.starts_on)
    if version.was_held:
        state = strips.HELD
    else:
        state = strips.PLANNED if first.precision == "day" else strips.VAGUE
    return strips.Span(first.earliest, last.latest, state)


def _also_said(evidence: Evidence) -> Iterable[date]:
    """Days that sources in disagreement name as the first or the last."""
    for name in ("starts_on", "ends_on"):
        known = evidence[name]
        for statement in known.all if known and known.disagrees else ():
            said = PartialDate.parse(str(statement.value))
            if said.precision == "day":
                yield said.earliest
