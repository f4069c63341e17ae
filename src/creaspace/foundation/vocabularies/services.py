"""Bringing scheme files into the database."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from creaspace.core.viewer import Viewer
from creaspace.foundation.records.services import note_act
from creaspace.foundation.vocabularies.files import ConceptEntry, SchemeFile, SchemeFileError
from creaspace.foundation.vocabularies.models import Concept, Match, Scheme


@dataclass(frozen=True)
class Loaded:
    """What became of one file: unchanged, added, followed (a new version) or corrected."""

    slug: str
    version: str
    outcome: str
    concepts: int

    def __str__(self) -> str:
        return f"{self.slug} {self.version}: {self.outcome}, {self.concepts} concepts"


@transaction.atomic
def load_schemes(*, files: Sequence[SchemeFile], by: Viewer, correct: bool = False) -> list[Loaded]:
    """Bring schemes in: a file seen before changes nothing, a new version follows the old one.

    A known version with other content is refused, since records already use its concepts; with
    `correct` its wording is put right in place, and concepts may be added but not taken away.
    """
    _check_one_default(files)
    known = {(row.slug, row.version): row for row in Scheme.objects.all()}
    loaded, written = [], []
    for file in files:
        scheme, outcome = _load(file, known.get((file.slug, file.version)), by, correct)
        loaded.append(Loaded(file.slug, file.version, outcome, len(file.concepts)))
        if outcome != "unchanged":
            written.append((scheme, file))
    if written:
        _write_matches(written)
    return loaded


def _load(file: SchemeFile, known: Scheme | None, by: Viewer, correct: bool) -> tuple[Scheme, str]:
    if known is None:
        return _add(file, by)
    if known.digest == file.digest:
        return known, "unchanged"
    if correct:
        return _correct(known, file, by)
    raise SchemeFileError(
        file.file,
        "version",
        file.version,
        "This version is loaded already, with other content. Give the changed file a new"
        " version, or correct the wording of this one with --correct.",
    )


def _check_one_default(files: Iterable[SchemeFile]) -> None:
    defaults = [file for file in files if file.data.get("is_default_for_activity")]
    if len({file.slug for file in defaults}) > 1:
        raise SchemeFileError(
            defaults[1].file,
            "is_default_for_activity",
            True,
            f"{defaults[0].slug} is the default already. Only one scheme can be.",
        )


def _add(file: SchemeFile, by: Viewer) -> tuple[Scheme, str]:
    former = Scheme.objects.current().filter(slug=file.slug).first()
    scheme = Scheme(slug=file.slug, version=file.version, replaces=former)
    _describe(scheme, file)
    _write_concepts(scheme, file, {})
    verb = "follow_scheme" if former else "add_scheme"
    note_act(verb=verb, about=scheme, by=by, after={"digest": file.digest})
    return scheme, "follows the version before" if former else "added"


def _correct(scheme: Scheme, file: SchemeFile, by: Viewer) -> tuple[Scheme, str]:
    before = {concept.notation: concept for concept in scheme.concepts.all()}
    if gone := sorted(before.keys() - {entry.notation for entry in file.concepts}):
        raise SchemeFileError(
            file.file,
            "concepts",
            gone[0],
            "It is missing, though records may use it. Keep it, with deprecated_on.",
        )
    digest_before = scheme.digest
    _describe(scheme, file)
    _write_concepts(scheme, file, before)
    Match.objects.filter(concept__scheme=scheme).delete()
    note_act(
        verb="correct_scheme",
        about=scheme,
        by=by,
        before={"digest": digest_before},
        after={"digest": file.digest},
    )
    return scheme, "corrected"


def _describe(scheme: Scheme, file: SchemeFile) -> None:
    for name in ("title", "note"):
        setattr(scheme, name, dict(file.data.get(name, {})))
    for name in ("uri", "source", "licence"):
        setattr(scheme, name, file.data.get(name, ""))
    scheme.is_default_for_activity = bool(file.data.get("is_default_for_activity"))
    scheme.digest = file.digest
    scheme.full_clean()
    scheme.save()


def _write_concepts(scheme: Scheme, file: SchemeFile, known: dict[str, Concept]) -> None:
    """Level by level, since a concept needs its parent's key."""
    rows = dict(known)
    position = {entry.notation: place for place, entry in enumerate(file.concepts)}
    for level in _levels(file.concepts):
        for entry in level:
            row = rows.setdefault(entry.notation, Concept(notation=entry.notation))
            row.scheme, row.parent = scheme, rows.get(entry.parent)
            row.position = position[entry.notation]
            _fill(row, entry.data)
        Concept.objects.bulk_create(
            rows[entry.notation] for entry in level if entry.notation not in known
        )
    fields = ["parent", "position", "labels", "alt_labels", "hidden_labels", "definitions"]
    Concept.objects.bulk_update(known.values(), [*fields, "deprecated_on"])


def _levels(entries: Sequence[ConceptEntry]) -> list[list[ConceptEntry]]:
    levels: list[list[ConceptEntry]] = []
    depth = {"": -1}
    for entry in entries:
        depth[entry.notation] = depth[entry.parent] + 1
        if depth[entry.notation] == len(levels):
            levels.append([])
        levels[depth[entry.notation]].append(entry)
    return levels


def _fill(row: Concept, data: Any) -> None:
    row.labels = data["labels"]
    row.alt_labels = data.get("alt_labels", {})
    row.hidden_labels = data.get("hidden_labels", [])
    row.definitions = data.get("definitions", {})
    given_up = data.get("deprecated_on")
    row.deprecated_on = date.fromisoformat(given_up) if given_up else None


def _write_matches(written: Sequence[tuple[Scheme, SchemeFile]]) -> None:
    """After all schemes stand, since a concept may match one of a file read later."""
    current = {
        (row.scheme.slug, row.notation): row
        for row in Concept.objects.filter(scheme__superseded_by=None).select_related("scheme")
    }
    Match.objects.bulk_create(
        match for scheme, file in written for match in _matches(scheme, file, current)
    )


def _matches(
    scheme: Scheme, file: SchemeFile, current: dict[tuple[str, str], Concept]
) -> Iterator[Match]:
    own = {row.notation: row for row in scheme.concepts.all()}
    for entry in file.concepts:
        for number, data in enumerate(entry.data.get("matches", [])):
            target = current.get((data.get("scheme", ""), data.get("notation", "")))
            if "scheme" in data and target is None:
                path = f"{entry.path}.matches[{number}]"
                raise SchemeFileError(file.file, path, data, "There is no such concept.")
            yield Match(
                concept=own[entry.notation],
                relation=data["relation"],
                uri=data.get("uri", ""),
                target=target,
            )
