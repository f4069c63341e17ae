"""Loading organisations and spaces."""

from dataclasses import replace
from itertools import chain

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.services import Alias, keep_space, set_aliases
from creaspace.doors.interop.programme_file.loader import (
    Loader,
    Row,
    city_of,
    concept_of,
    country_of,
)
from creaspace.doors.interop.programme_file.naming import local_language, script_language
from creaspace.doors.interop.programme_file.sayings import sayings_of
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.people.services import organisations
from creaspace.foundation.statements.services import Saying


def load_organisations(loader: Loader) -> dict[str, Organisation]:
    return {row["id"]: _organisation(loader, row) for row in loader.rows("organisations")}


def _organisation(loader: Loader, row: Row) -> Organisation:
    kept = organisations.keep_organisation(
        slug=row["id"],
        name=row["name"],
        full_name=row.get("full_name", ""),
        local_name=row.get("local_name", ""),
        local_language=local_language(row),
        kind=concept_of("organisation-kinds", row.get("kind")),
        country=country_of(row),
        city=city_of(row),
        city_name=row.get("city", ""),
        description=row.get("description", ""),
        source_language=loader.language,
        by=loader.by,
    )
    names = [(name, _alias_language(loader, name)) for name in row.get("aliases", [])]
    organisations.set_aliases(organisation=kept, names=names, by=loader.by)
    loader.record(kept, row, _in_its_language(loader, sayings_of(row, loader.compiler)))
    return kept


def _in_its_language(loader: Loader, sayings: list[Saying]) -> list[Saying]:
    """The file writes the full names of organisations in its own language, as their texts do."""
    written = {"full_name", "aliases"}
    return [
        replace(saying, wording_language=loader.language) if saying.field in written else saying
        for saying in sayings
    ]


def load_spaces(loader: Loader) -> dict[str, Space]:
    rows = chain(loader.rows("spaces"), loader.rows("context_spaces"))
    return {row["id"]: _space(loader, row) for row in rows}


def _space(loader: Loader, row: Row) -> Space:
    space = keep_space(
        slug=row["id"],
        name=row["name"],
        local_name=row.get("local_name", ""),
        local_language=local_language(row),
        source_language=loader.language,
        was_loaded_unasked=True,
        by=loader.by,
    )
    aliases = [Alias(name, script_language(name, "zh-Hans")) for name in row.get("aliases", [])]
    if "full_name" in row:
        aliases.append(Alias(row["full_name"]))
    set_aliases(space=space, aliases=aliases)
    loader.state(space, row)
    space.refresh_from_db()
    return space


def _alias_language(loader: Loader, name: str) -> str:
    return script_language(name, "zh-Hans") or loader.language
