"""What follows from a decision: the room of the record does it.

A room above registers a function for each thing it can do; it gets the record's key, the person
who decided, and the reason::

    register("spaces.space", "hide", hide_space)
    register("spaces.space", "unhide", show_space_again)
"""

from collections.abc import Callable
from typing import Any, Protocol


class Remedy(Protocol):
    def __call__(self, *, key: str, by: Any, reason: str) -> None: ...


_REMEDIES: dict[tuple[str, str], Callable[..., None]] = {}
OPPOSITE = {"hide": "unhide"}
BY_THE_ROOM = frozenset({"hide", "remove"})  # a correction and an answer a person gives


def register(label: str, kind: str, remedy: Remedy) -> None:
    """`kind` is ``hide``, ``unhide``, ``remove`` or ``correct``."""
    known = _REMEDIES.setdefault((label, kind), remedy)
    if known is not remedy:
        message = f"{label} already has a remedy {kind!r}."
        raise ValueError(message)


def remedy_for(label: str, kind: str) -> Callable[..., None] | None:
    return _REMEDIES.get((label, kind))
