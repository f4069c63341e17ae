"""Statements of a kept version as they were, without asking the database."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.safestring import SafeString

from creaspace.foundation.languages.reading import Words
from creaspace.foundation.statements.fields import Field, field_of
from creaspace.foundation.statements.showing import show_words
from creaspace.foundation.statements.words import kept_words


@dataclass(frozen=True)
class Replayed:
    """One statement of a version, as plain data and as words."""

    field: Field
    data: dict[str, Any]

    @property
    def shown(self) -> str | SafeString:
        return show_words(self.data["value"], self.field, partial(kept_words, self.data))

    @property
    def wording(self) -> Words:
        return kept_words(self.data, "wording", self.data.get("wording", ""))

    @property
    def source(self) -> dict[str, str]:
        source: dict[str, str] = self.data["source"]
        return source


def replayed(label: str, statements: list[dict[str, Any]]) -> list[Replayed]:
    return [Replayed(field_of(label, row["field"]), row) for row in statements]
