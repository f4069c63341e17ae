"""What every part of the loading shares: who compiled, which batch, how a record gets facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models

from creaspace.core.viewer import Viewer
from creaspace.doors.interop.programme_file.sayings import Compiler, sayings_of
from creaspace.foundation.places.models import City, Country
from creaspace.foundation.statements.models import Batch, Source
from creaspace.foundation.statements.services import (
    Saying,
    keep_public_version,
    mention_sources,
    record_statements,
)
from creaspace.foundation.vocabularies.indexes import index_of
from creaspace.foundation.vocabularies.models import Concept

Row = Mapping[str, Any]


@dataclass
class Loader:
    """One programme file on its way in."""

    data: Row
    compiler: Compiler
    batch: Batch
    by: Viewer
    touched: list[models.Model] = field(default_factory=list)
    at: str = "$.programme"  # where in the file the row stands that is being loaded
    row: Row = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.compiler.language

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of one list, keeping in mind which one is being loaded."""
        for place, row in enumerate(self.data.get(name, [])):
            self.at, self.row = f"$.{name}[{place}]", row
            yield row

    def page(self, address: str | None) -> Source | None:
        return self.compiler.pages[address] if address else None

    def state(
        self, record: models.Model, row: Row, *, leave_out: frozenset[str] = frozenset()
    ) -> None:
        """Record all that a row says about its record, and which pages it came from."""
        self.record(record, row, sayings_of(row, self.compiler, leave_out=leave_out))

    def record(self, record: models.Model, row: Row, sayings: list[Saying]) -> None:
        told = [replace(saying, source_language=self.language) for saying in sayings]
        record_statements(about=record, sayings=told, batch=self.batch, by=self.by)
        sources = self.compiler.sources_of(row)
        mention_sources(about=record, sources=sources, batch=self.batch)
        self.touched.append(record)

    def keep_versions(self) -> None:
        """Keep what the public can read now of every record touched, for citing."""
        for record in self.touched:
            record.refresh_from_db()
            keep_public_version(about=record)


def country_of(row: Row) -> Country | None:
    return Country.objects.filter(code=row["country"]).first() if "country" in row else None


def city_of(row: Row) -> City | None:
    if "city" not in row:
        return None
    return City.objects.named(row["city"], country=row.get("country"))


def concept_of(scheme: str, words: str | None) -> Concept | None:
    concept: Concept | None = index_of(scheme).find(words) if words else None
    return concept


def renamed(row: Row, names: Mapping[str, str]) -> dict[str, Any]:
    """The row with some keys under the names the atlas uses."""
    return {names.get(key, key): value for key, value in row.items()}
