"""Statements of a kept version as they were, without asking the database."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from creaspace.foundation.statements.fields import Field, field_of
from creaspace.foundation.statements.showing import show_value


@dataclass(frozen=True)
class Replayed:
    """One statement of a version, as plain data and as words."""

    field: Field
    data: dict[str, Any]

    @property
    def shown(self) -> str | SafeString:
        return show_value(self.data["value"], self.field)

    @property
    def source(self) -> dict[str, str]:
        source: dict[str, str] = self.data["source"]
        return source


def replayed(label: str, statements: list[dict[str, Any]]) -> list[Replayed]:
    return [Replayed(field_of(label, row["field"]), row) for row in statements]
