"""The history of a space as dated events, from its statements. Pure: no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

DATED_FIELDS = {"founded", "first_stone", "closed", "tenure_from"}


@dataclass(frozen=True)
class Happening:
    """Something that happened: when (partial date), which field says so, and the statement."""

    when: str
    field: str
    statement: Any
    is_disputed: bool = False


def happenings(known_fields: Iterable[Any]) -> list[Happening]:
    """Founding, past places, dated statuses and figures, oldest first.

    `known_fields` are `evidence.Known`: field, all statements, disagrees.
    """
    found: list[Happening] = []
    for known in known_fields:
        for statement in known.all:
            when = _when(known.field.name, statement)
            if when:
                found.append(Happening(when, known.field.name, statement, known.disagrees))
    return sorted(found, key=lambda event: (event.when, event.field, str(event.statement.value)))


def _when(field: str, statement: Any) -> str:
    if field in DATED_FIELDS:
        return str(statement.value)
    return statement.valid_from or statement.observed_on or ""
