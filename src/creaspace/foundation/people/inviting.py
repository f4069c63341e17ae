"""Who else may invite: a room above says which of its people may, and to what.

A room writes in its ``receivers.py``::

    @lets_invite
    def stewards(person, subject): return subject is not None and …
"""

from collections.abc import Callable
from typing import Any

from creaspace.core.subjects import Subject

Grant = Callable[[Any, Subject | None], bool]
_GRANTS: list[Grant] = []


def lets_invite(grant: Grant) -> Grant:
    """Register a function that answers whether a person may invite, for a record or in general."""
    if grant not in _GRANTS:
        _GRANTS.append(grant)
    return grant


def is_granted(person: Any, subject: Subject | None) -> bool:
    return any(grant(person, subject) for grant in _GRANTS)
