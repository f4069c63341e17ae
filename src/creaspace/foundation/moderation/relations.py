"""Who stands close enough to a record to decide on requests about it.

A room above registers its own relation; it gets a person and keys, and gives back those keys it
vouches for (one query, however many keys)::

    register("spaces.space", spaces_stewarded_by, role="steward")
"""

from collections.abc import Callable
from typing import Any, NamedTuple

Related = Callable[[Any, set[str]], set[str]]


class Relation(NamedTuple):
    role: str  # one of `Decision.Role`
    related: Related


_RELATIONS: dict[str, list[Relation]] = {}


def register(label: str, related: Related, *, role: str = "steward") -> None:
    """Let people related to records of this kind decide on requests about them."""
    relations = _RELATIONS.setdefault(label, [])
    if all(each.related is not related for each in relations):
        relations.append(Relation(role, related))


def relations_to(label: str) -> list[Relation]:
    return list(_RELATIONS.get(label, []))
