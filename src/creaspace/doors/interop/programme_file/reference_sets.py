"""What a file says of the vocabularies and country sets that its calls point at."""

from creaspace.doors.interop.programme_file.loader import Loader, Row
from creaspace.foundation.places.models import CountrySet
from creaspace.foundation.statements.services import mention_sources, record_statements
from creaspace.foundation.vocabularies.models import Scheme

SAID = ("label", "note")


def load_reference_sets(loader: Loader) -> None:
    """Keep with each set that is known here the pages the file read about it.

    Of a scheme also how the programme uses it; a country set tells its label and note itself. The
    members stay those of the known set; a set nobody knows is only named by its calls.
    """
    for row in loader.rows("reference_sets"):
        for scheme in Scheme.objects.current().filter(slug=row["id"]):
            _describe(loader, scheme, row)
            _consulted(loader, scheme, row)
        for country_set in CountrySet.objects.filter(slug=row["id"]):
            _consulted(loader, country_set, row)


def _describe(loader: Loader, scheme: Scheme, row: Row) -> None:
    basis = loader.compiler.basis_of(row)
    said = [loader.compiler.says(name, row[name], basis) for name in SAID if name in row]
    record_statements(about=scheme, sayings=said, batch=loader.batch, by=loader.by)


def _consulted(loader: Loader, record: Scheme | CountrySet, row: Row) -> None:
    sources = loader.compiler.sources_of(row)
    mention_sources(about=record, sources=sources, batch=loader.batch)
