"""What the programme page tells of its records: who was behind it, and who took part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from creaspace.foundation.statements.evidence import Evidence
from creaspace.foundation.vocabularies.models import Concept
from creaspace.programme.programmes.models import (
    Involvement,
    Participation,
    ScheduleVersion,
    Session,
)
from creaspace.programme.programmes.spans import moved_by

BEHIND = ("organiser", "funder", "supporter")  # named at the head of the page, in this order
SIDES = ("asian", "european")


@dataclass(frozen=True)
class Backers:
    """The organisations that share a role."""

    role: str
    involvements: list[Involvement]


def backers(involvements: Iterable[Involvement]) -> tuple[list[Backers], list[Involvement]]:
    """Organisers, funders and supporters together; every other involvement by itself."""
    groups: dict[str, list[Involvement]] = {name: [] for name in BEHIND}
    others: list[Involvement] = []
    for each in involvements:
        notation = each.kind.notation if each.kind else ""
        groups.get(notation, others).append(each)
    named = [Backers(str(rows[0].kind), rows) for rows in groups.values() if rows]
    return named, others


@dataclass(frozen=True)
class Side:
    """The participants of one side: how many the source counts, and which of them are known."""

    name: str
    count: int
    countries: list[str]
    known: list[Participation]

    @property
    def unknown(self) -> int:
        return max(self.count - len(self.known), 0)

    @property
    def unknown_tiles(self) -> range:
        return range(self.unknown)


def sides(evidence: Evidence, selected: Sequence[Participation]) -> list[Side]:
    """Both sides as counted by the sources, each with the chosen spaces in its countries."""
    found: list[Side] = []
    for name in SIDES:
        count = evidence.value(f"participants_{name}")
        countries = list(evidence.value(f"{name}_space_countries") or [])
        known = [each for each in selected if each.space.country_id in countries]
        if isinstance(count, int):
            found.append(Side(name, count, countries, known))
    return found


@dataclass(frozen=True)
class InRole:
    """The spaces that share a role in a programme."""

    role: Concept
    participations: list[Participation]


def by_role(participations: Iterable[Participation]) -> list[InRole]:
    groups: dict[int, InRole] = {}
    for each in participations:
        groups.setdefault(each.role_id, InRole(each.role, [])).participations.append(each)
    return sorted(groups.values(), key=lambda group: group.role.position)


@dataclass(frozen=True)
class Step:
    """One version of the dates and by how much it moved the one before."""

    version: ScheduleVersion
    moved: int
    unit: str
    is_first: bool
    is_current: bool

    @property
    def later(self) -> int:
        return max(self.moved, 0)

    @property
    def earlier(self) -> int:
        return max(-self.moved, 0)


def steps(session: Session) -> list[Step]:
    """The versions of a session's dates, the newest first."""
    versions = session.schedule.in_order()
    told: list[Step] = []
    for place, version in enumerate(versions):
        before = versions[place - 1].starts_on if place else ""
        moved, unit = moved_by(before, version.starts_on)
        told.append(Step(version, moved, unit, place == 0, place == len(versions) - 1))
    return told[::-1]
