"""What of the files a viewer gets to see: the file's own consent, and the record it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models

from creaspace.core.subjects import records_of, subject_of
from creaspace.core.viewer import STRANGER, Viewer
from creaspace.foundation.files.models import Derivative, File
from creaspace.foundation.languages.reading import attach_texts


@dataclass(frozen=True)
class Picture:
    """A file as a page shows it."""

    file: File
    sizes: dict[str, Derivative]

    @property
    def smallest(self) -> Derivative:
        return self.sizes["thumb"]

    @property
    def srcset(self) -> str:
        """The same picture in its widths, for the browser to choose from."""
        widths = [each for kind, each in self.sizes.items() if kind != Derivative.Kind.SHARE]
        return ", ".join(f"{each.get_absolute_url()} {each.width_px}w" for each in widths)


def pictures_of(record: models.Model, viewer: Viewer) -> list[Picture]:
    """The record's pictures in order, those that are ready; the record itself is in view."""
    return pictures_of_all([record], viewer).get(record.pk, [])


def pictures_of_all(records: Iterable[models.Model], viewer: Viewer) -> dict[Any, list[Picture]]:
    """For many records of one kind, by primary key, in three queries."""
    listed = list(records)
    if not listed:
        return {}
    label = subject_of(listed[0]).label
    keys = {str(record.pk): record.pk for record in listed}
    files = File.objects.visible_to(viewer).about_all(label, set(keys)).ready()
    found: dict[Any, list[Picture]] = {}
    for file in with_sizes(files):
        found.setdefault(keys[file.subject_key], []).append(picture_of(file))
    return found


def with_sizes(files: models.QuerySet[File]) -> list[File]:
    """The files with their smaller pictures and their words, in two more queries."""
    return attach_texts(files.prefetch_related("derivatives"))


def picture_of(file: File) -> Picture:
    sizes = {}
    for each in file.derivatives.all():
        each.file = file
        sizes[str(each.kind)] = each
    return Picture(file, sizes)


def shown_to(viewer: Viewer, files: Iterable[File]) -> list[tuple[File, Any]]:
    """Of these files those whose record the viewer may see, each with its record."""
    listed = list(files)
    records = records_of([file.subject for file in listed], viewer)
    return [(file, records[file.subject]) for file in listed if file.subject in records]


def derivative_for(viewer: Viewer, sha256: str, kind: str, format_: str) -> Derivative | None:
    """The smaller picture with this name, if any record the viewer may see shows it."""
    visible = File.objects.visible_to(viewer).filter(sha256=sha256)
    uses = visible.filter(derivatives__kind=kind, derivatives__format=format_)
    for file, _record in shown_to(viewer, uses):
        return file.derivatives.get(kind=kind, format=format_)
    return None


def is_public(derivative: Derivative) -> bool:
    """Whether a stranger may see it too, so that any cache on the way may keep it."""
    found = derivative.file.sha256, derivative.kind, derivative.format
    return derivative_for(STRANGER, *found) is not None
