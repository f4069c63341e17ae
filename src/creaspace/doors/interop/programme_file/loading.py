"""Loading a programme file whole, or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from creaspace.core.viewer import System
from creaspace.doors.interop.programme_file import (
    knowledge_parts,
    people_and_spaces,
    reference_sets,
)
from creaspace.doors.interop.programme_file import programme_parts as parts
from creaspace.doors.interop.programme_file.checks import BadProgrammeFile
from creaspace.doors.interop.programme_file.known_here import check_known
from creaspace.doors.interop.programme_file.loader import Loader
from creaspace.doors.interop.programme_file.naming import date_in, kind_of_source
from creaspace.doors.interop.programme_file.sayings import Compiler, with_our_names
from creaspace.doors.interop.programme_file.shapes import Fault
from creaspace.foundation.records.models import Act
from creaspace.foundation.statements.models import Source
from creaspace.foundation.statements.services import add_source, open_batch
from creaspace.foundation.vocabularies.indexes import held_indexes

UNTOLD = {"coded": "Coded by the compiler.", "positions": "Placed by the compiler."}
LISTS = ["organisations", "spaces", "context_spaces", "calls", "visits", "workshops", "outputs"]


@dataclass(frozen=True)
class Report:
    """What a file held, and how many changes it made."""

    counts: dict[str, int]
    changes: int


@transaction.atomic
def load(data: Mapping[str, Any], *, complete: Callable[[], object] = lambda: None) -> Report:
    """Load checked content; loading the same again makes no change.

    `complete` adds what belongs to it, such as translations, before versions are kept for citing.
    """
    check_known(data)
    by = System(f"load_programme {data['programme']['id']}")
    before = Act.objects.count()
    slug = data["programme"]["id"]
    batch = open_batch(slug=f"programme-{slug}", label=data["meta"]["title"], by=by)
    loader = Loader(data, _compiler(data), batch, by)
    try:
        with held_indexes():
            _load_all(loader)
    except ValidationError as error:
        raise BadProgrammeFile(_faults(error, loader)) from error
    complete()
    loader.keep_versions()
    counts = {name: len(data.get(name, [])) for name in [*LISTS, "themes", "sources"]}
    return Report(counts, Act.objects.count() - before)


def _faults(error: ValidationError, loader: Loader) -> list[Fault]:
    """What a record refused, under the path of the row it was made from."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return [
        Fault(f"{loader.at}.{name}".rstrip("."), loader.row.get(name), " ".join(messages))
        for name, messages in by_field.items()
    ]


def _load_all(loader: Loader) -> None:
    organisations = people_and_spaces.load_organisations(loader)
    spaces = people_and_spaces.load_spaces(loader)
    loader.at, loader.row = "$.programme", loader.data["programme"]
    known = parts.Known(organisations, spaces, {}, parts.load_programme(loader))
    reference_sets.load_reference_sets(loader)
    parts.load_involvements(loader, known)
    for row in loader.rows("visits"):
        known.sessions[row["id"]] = parts.load_session(loader, row, known)
    parts.load_participations(loader, known)
    for position, row in enumerate(loader.rows("calls"), start=1):
        parts.load_call(loader, row, position, known)
    for row in loader.rows("visits"):
        parts.load_visit(loader, row, known)
    for row in loader.rows("workshops"):
        parts.load_workshop(loader, row, known)
    for position, row in enumerate(loader.rows("themes"), start=1):
        knowledge_parts.load_question(loader, row, position, known)
    for position, row in enumerate(loader.rows("outputs"), start=1):
        knowledge_parts.load_output(loader, row, position, known)


def _compiler(data: Mapping[str, Any]) -> Compiler:
    """Every page as a source, and the file itself as the source of what it does not attribute."""
    meta, slug = data["meta"], data["programme"]["id"]
    conventions = meta.get("conventions", {})
    notes = [f"Version {meta['version']}" if "version" in meta else ""]
    notes += [meta.get("reading_limit", "")]
    notes += [text for text in conventions.values() if isinstance(text, str)]
    file = add_source(
        slug=f"{slug}-file",
        kind=Source.Kind.IMPORT,
        title=meta["title"],
        language=meta["language"],
        said_on=meta["compiled"],
        note="\n\n".join(note for note in notes if note),
    )
    told = UNTOLD | conventions
    compiler = Compiler(
        file,
        {name: with_our_names(told[name]) for name in UNTOLD},
        meta["language"],
    )
    for row in data["sources"]:
        compiler.pages[row["address"]] = add_source(
            slug=f"{slug}-{row['id'].replace('_', '-')}",
            kind=kind_of_source(row["title"]),
            title=row["title"],
            address=row["address"],
            read_on=_day(meta["compiled"]),
            said_on=date_in(row["title"]),
        )
    return compiler


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == 10 else None
