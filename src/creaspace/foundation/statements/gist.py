"""What is publicly known of many records at once, as light as counting and indexing need it.

The same statements and the same rule of choice as `evidence`, without models, mentions and words
for a page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.db import models

from creaspace.core.subjects import subject_of
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.statements.choosing import choose
from creaspace.foundation.statements.fields import field_of
from creaspace.foundation.statements.models import Statement

SPEAKING = frozenset({Statement.Basis.STATED.value, Statement.Basis.READ.value})
COLUMNS = (
    *("pk", "subject_key", "field", "value", "wording_language", "basis", "observed_on"),
    *("valid_from", "valid_to", "source_id", "source__kind", "source__said_on"),
)


class Saying(NamedTuple):
    """A statement as far as the rule of choice and the index need it."""

    pk: int
    subject_key: str
    field: str
    value: Any
    wording_language: str
    basis: str
    observed_on: str
    valid_from: str
    valid_to: str
    source_key: int
    source_kind: str
    said_on: str

    @property
    def speaks_for_itself(self) -> bool:
        return self.basis in SPEAKING

    @property
    def order(self) -> int:
        return self.pk


@dataclass
class Gist:
    """What is said of one record."""

    label: str
    sayings: list[Saying]

    @cached_property
    def by_field(self) -> dict[str, list[Saying]]:
        found: dict[str, list[Saying]] = {}
        for each in self.sayings:
            found.setdefault(each.field, []).append(each)
        return found

    def value(self, name: str) -> Any:
        """What is shown of a field; None where nothing is known."""
        said = self.by_field.get(name)
        if not said or len(said) == 1:
            return said[0].value if said else None
        return choose(said, field_of(self.label, name)).shown.value

    @property
    def disagrees(self) -> bool:
        """Whether sources say different things of any field."""
        rivals = ((name, said) for name, said in self.by_field.items() if len(said) > 1)
        return any(choose(said, field_of(self.label, name)).disagrees for name, said in rivals)


def gist_of_all(records: Iterable[models.Model]) -> dict[Any, Gist]:
    """The gist of many records of one kind, by primary key, in one query."""
    listed = list(records)
    if not listed:
        return {}
    label = subject_of(listed[0]).label
    sayings: dict[str, list[Saying]] = {str(record.pk): [] for record in listed}
    said = Statement.objects.about_all(label, list(sayings)).current().public().order_by("pk")
    for row in said.values_list(*COLUMNS).iterator():
        each = Saying._make(row)
        sayings[each.subject_key].append(each)
    return {record.pk: Gist(label, sayings[str(record.pk)]) for record in listed}


def translations_of_all(gists: Iterable[Gist]) -> dict[str, list[Texts]]:
    """The translations of all that is said there, by the key of the statement; one query."""
    keys = {str(saying.pk) for gist in gists for saying in gist.sayings}
    found: dict[str, list[Texts]] = {}
    rows = Texts.objects.of_all(Statement._meta.label_lower, keys)
    for row in rows.exclude(state=Texts.State.ORIGINAL).order_by("language"):
        found.setdefault(row.subject_key, []).append(row)
    return found
