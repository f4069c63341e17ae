"""Which of several statements is shown, and whether they disagree. Pure: no database.

The rule: what a source says comes before a coding or a derivation; then the rank of the kind of
source for this field; then the newer; then the one recorded later.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from creaspace.foundation.statements.fields import Field


class Said(Protocol):
    """What the rule needs to know of a statement."""

    value: Any
    valid_from: str
    valid_to: str
    observed_on: str

    @property
    def speaks_for_itself(self) -> bool: ...
    @property
    def source_kind(self) -> str: ...
    @property
    def source_key(self) -> Any: ...
    @property
    def said_on(self) -> str: ...
    @property
    def order(self) -> int: ...


@dataclass(frozen=True)
class Choice:
    """What is shown, what else is said, and the rule that decided."""

    shown: Any
    others: tuple[Any, ...]
    disagrees: bool
    decided_by: str  # only, rank, newer, later


def choose(statements: Sequence[Any], field: Field) -> Choice:
    """Pick one of at least one statement on one field."""
    ranked = sorted(statements, key=lambda said: _strength(said, field), reverse=True)
    shown, others = ranked[0], tuple(ranked[1:])
    rivals = [said for said in others if disagree(shown, said, field)]
    decided_by = _decided_by(shown, rivals[0], field) if rivals else "only"
    return Choice(shown, others, bool(rivals), decided_by)


def disagree(one: Any, other: Any, field: Field) -> bool:
    """Two sources say different things of the same fact at the same time."""
    if field.many or field.is_history or not (one.speaks_for_itself and other.speaks_for_itself):
        return False
    if one.source_key == other.source_key or _same(one.value, other.value):
        return False
    return _overlap(one, other)


def _same(one: Any, other: Any) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _overlap(one: Any, other: Any) -> bool:
    return not (_ends_before(one, other) or _ends_before(other, one))


def _ends_before(first: Any, second: Any) -> bool:
    """Whether the first is over when the second begins; June 2014 still lies within 2014."""
    until, since = first.valid_to, second.valid_from
    return bool(until and since) and until < since[: len(until)]


def _rank(said: Any, field: Field) -> int:
    rank = list(field.rank)
    return len(rank) - rank.index(said.source_kind) if said.source_kind in rank else 0


def _strength(said: Any, field: Field) -> tuple[bool, int, str, int]:
    newest = said.valid_from or said.observed_on or said.said_on
    return (said.speaks_for_itself, _rank(said, field), newest, said.order)


def _decided_by(shown: Any, rival: Any, field: Field) -> str:
    first, second = _strength(shown, field), _strength(rival, field)
    if first[1] != second[1]:
        return "rank"
    return "newer" if first[2] != second[2] else "later"
