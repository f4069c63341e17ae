"""What a file says of the vocabularies and country sets that its calls point at."""

from typing import Any

from creaspace.doors.interop.programme_file.loader import Loader, Row
from creaspace.foundation.places.models import CountrySet
from creaspace.foundation.statements.services import mention_sources, record_statements
from creaspace.foundation.vocabularies.models import Scheme

SAID = ("label", "note")


def load_reference_sets(loader: Loader) -> None:
    """Keep the label, note and pages of each set with the set of that name that is known here.

    The members stay those of the known set; a set nobody knows is only named by its calls.
    """
    for row in loader.data.get("reference_sets", []):
        for record in _known(row):
            _describe(loader, record, row)


def _known(row: Row) -> list[Any]:
    schemes = Scheme.objects.current().filter(slug=row["id"])
    return [*schemes, *CountrySet.objects.filter(slug=row["id"])]


def _describe(loader: Loader, record: Any, row: Row) -> None:
    compiler, basis = loader.compiler, loader.compiler.basis_of(row)
    said = [compiler.says(name, row[name], basis) for name in SAID if name in row]
    record_statements(about=record, sayings=said, batch=loader.batch, by=loader.by)
    mention_sources(about=record, sources=compiler.sources_of(row), batch=loader.batch)
