"""Which records belong to a programme, as a stranger may see them."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import STRANGER
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.statements.models import Mention, Source, Statement
from creaspace.knowledge.publications.models import Output
from creaspace.programme.calls.models import Call
from creaspace.programme.consultation.models import Question
from creaspace.programme.programmes.models import Participation, Programme, Session
from creaspace.programme.visits.models import Visit
from creaspace.programme.workshops.models import Workshop


@dataclass
class Contents:
    """A programme and everything that hangs on it, by kind, each kind in its own order."""

    programme: Programme
    participations: list[Participation] = field(default_factory=list)
    records: dict[str, list[Any]] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    statements: dict[tuple[str, str], list[Statement]] = field(default_factory=dict)

    def of(self, label: str) -> list[Any]:
        return self.records.get(label, [])

    @property
    def everything(self) -> list[Any]:
        return [record for records in self.records.values() for record in records]


def contents_of(programme: Programme) -> Contents:
    """Read the whole programme; what a stranger may not see is not there."""
    by_programme = {"programme": programme}
    by_session = {"session__programme": programme}
    spaces = _spaces(programme)
    found = Contents(
        programme=programme,
        participations=list(
            Participation.objects.visible_to(STRANGER).filter(**by_programme).with_spaces()
        ),
        records={
            "programme": [programme],
            "sessions": _seen(Session, **by_programme),
            "calls": _seen(Call, **by_programme),
            "visits": _seen(Visit, **by_session),
            "workshops": _seen(Workshop, **by_session),
            "spaces": spaces,
            "organisations": _organisations(programme),
            "questions": _seen(Question, **by_programme),
            "outputs": _seen(Output, **by_programme),
        },
    )
    _attach_statements(found)
    return found


def _seen(model: Any, **conditions: Any) -> list[Any]:
    return list(model.objects.visible_to(STRANGER).filter(**conditions).order_by("slug"))


def _spaces(programme: Programme) -> list[Space]:
    """Spaces in any role, context included, and the venues of workshops."""
    part = Q(participations__programme=programme)
    venue = Q(workshops_hosted__session__programme=programme)
    return list(Space.objects.visible_to(STRANGER).filter(part | venue).distinct().order_by("slug"))


def _organisations(programme: Programme) -> list[Organisation]:
    involved = Q(involvements__programme=programme)
    host = Q(hosted__programme=programme)
    issuer = Q(calls__programme=programme)
    seen = Organisation.objects.visible_to(STRANGER)
    return list(seen.filter(involved | host | issuer).distinct().order_by("slug"))


def _attach_statements(found: Contents) -> None:
    """All public statements about the records, and every source they or the records name."""
    by_label: dict[str, list[str]] = {}
    for record in found.everything:
        by_label.setdefault(record._meta.label_lower, []).append(str(record.pk))
    keys: set[int] = set()
    for label, pks in by_label.items():
        said = Statement.objects.about_all(label, pks).current().public().select_related("source")
        for row in said.order_by("pk"):
            found.statements.setdefault((label, row.subject_key), []).append(row)
            keys.add(row.source_id)
        named = Mention.objects.filter(subject_label=label, subject_key__in=pks)
        keys.update(named.values_list("source_id", flat=True))
    keys.update(
        source
        for session in found.of("sessions")
        for source in session.schedule.versions.values_list("source_id", flat=True)
        if source
    )
    found.sources = list(Source.objects.visible_to(STRANGER).filter(pk__in=keys).order_by("slug"))
