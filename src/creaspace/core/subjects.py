"""Naming a record without a foreign key, so that a room below can speak of a record above it."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

from creaspace.core.viewer import Viewer


class Subject(NamedTuple):
    """A record by its room label and key, as in ``spaces.space`` and ``12``."""

    label: str
    key: str


def subject_of(record: models.Model) -> Subject:
    return Subject(record._meta.label_lower, str(record.pk))


def model_of(label: str) -> type[models.Model] | None:
    """The model a room label names, or None when that room is not installed."""
    try:
        return apps.get_model(label)
    except (LookupError, ValueError):
        return None


def records_of(subjects: Iterable[Subject], viewer: Viewer) -> dict[Subject, Any]:
    """The records behind the subjects that this viewer may see: one query for each kind."""
    keys: dict[str, set[str]] = {}
    for subject in subjects:
        keys.setdefault(subject.label, set()).add(subject.key)
    found: dict[Subject, Any] = {}
    for label, wanted in sorted(keys.items()):
        model = model_of(label)
        if model is None:
            continue
        visible: Any = model._default_manager
        for record in visible.visible_to(viewer).filter(pk__in=wanted):
            found[Subject(label, str(record.pk))] = record
    return found
