"""Requests with the records they are about, as pages and panels need them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from creaspace.core.subjects import Subject, model_of, records_of
from creaspace.core.viewer import Viewer
from creaspace.foundation.moderation.models import Decision, Request
from creaspace.foundation.moderation.remedies import remedy_for
from creaspace.foundation.moderation.rules import moderated
from creaspace.foundation.statements.evidence import Evidence
from creaspace.foundation.statements.fields import field_of
from creaspace.foundation.statements.models import Statement

MOST_LOOKED_AT = 500


@dataclass(frozen=True)
class Asked:
    """A request beside its record; None when the record is no longer shown to this viewer."""

    request: Request
    record: Any | None
    name: str = ""  # of a hidden record, for those who decide on it: they must know what they show

    @property
    def field_label(self) -> str:
        if not self.request.field:
            return ""
        return str(field_of(self.request.subject_label, self.request.field).label)


def record_named(label: str, key: str, viewer: Viewer) -> Any | None:
    """The record with this slug (or number, where there are no slugs) that the viewer may see."""
    model: Any = model_of(label)
    manager: Any = getattr(model, "_default_manager", None)
    if not (hasattr(manager, "visible_to") and hasattr(model, "get_absolute_url")):
        return None
    if not key.isprintable():  # PostgreSQL refuses to be asked for some of these
        return None
    names = {field.name for field in model._meta.fields}
    if "slug" in names:
        return manager.visible_to(viewer).filter(slug=key).first()
    if not key.isascii() or not key.isdigit() or len(key) > 18:
        return None
    return manager.visible_to(viewer).filter(pk=key).first()


def name_of(record: Any) -> str:
    """How the address of a request form names the record."""
    return str(getattr(record, "slug", "") or record.pk)


def told_of(record: Any) -> set[str]:
    """The fields of which something public is said of this record now, as far as it was read."""
    known: Evidence | None = getattr(record, "evidence", None)
    if known is not None:
        return {said.field for said in known.statements if said.is_public}
    said = Statement.objects.about(record).current().public().order_by()
    return set(said.values_list("field", flat=True).distinct())


def with_records(requests: Iterable[Request], viewer: Viewer) -> list[Asked]:
    listed = list(requests)
    records = records_of([each.subject for each in listed], viewer)
    hidden = [each for each in listed if each.subject not in records]
    names = _names_of(_mine(viewer, hidden)) if hidden else {}
    return [Asked(each, records.get(each.subject), names.get(each.subject, "")) for each in listed]


def _names_of(subjects: Iterable[Subject]) -> dict[Subject, str]:
    """What hidden records are called; people are not hidden here, so their names stay theirs."""
    names: dict[Subject, str] = {}
    for subject in subjects:
        if remedy_for(subject.label, "unhide") is None:
            continue
        model: Any = model_of(subject.label)
        record = model and model._base_manager.filter(pk=subject.key).first()
        if record:
            names[subject] = str(record)
    return names


def waiting_for(person: Any) -> list[Asked]:
    """Open requests on which this person decides, oldest first."""
    if not person.is_authenticated:
        return []
    requests = list(Request.objects.open().exclude(by_id=person.pk)[:MOST_LOOKED_AT])
    mine = _mine(person, requests)
    return with_records([each for each in requests if each.subject in mine], person)


def _mine(person: Any, requests: Iterable[Request]) -> set[Subject]:
    """The records among these on which this person decides."""
    if not person.is_authenticated:
        return set()
    keys: dict[str, set[str]] = {}
    for each in requests:
        keys.setdefault(each.subject_label, set()).add(each.subject_key)
    return {
        Subject(label, key)
        for label, wanted in keys.items()
        for key in moderated(person, label, wanted)
    }


@dataclass(frozen=True)
class Logged:
    """A decision beside its record, and whether this reader could take it up again."""

    decision: Decision
    record: Any | None
    is_mine: bool


def logged(decisions: Iterable[Decision], person: Any) -> list[Logged]:
    listed = list(decisions)
    requests = [each.request for each in listed]
    records = records_of([each.subject for each in requests], person)
    mine = _mine(person, requests)
    return [
        Logged(each, records.get(each.request.subject), each.request.subject in mine)
        for each in listed
    ]
