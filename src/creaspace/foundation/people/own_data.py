"""Everything kept about one person: each room tells its part.

A room above writes in its ``receivers.py``::

    @tells_own_data("notices")
    def notices(person): return [{"made": …, "words": …}]
"""

from collections.abc import Callable
from typing import Any

Tell = Callable[[Any], list[dict[str, Any]]]
_TELLING: dict[str, Tell] = {}


def tells_own_data(name: str) -> Callable[[Tell], Tell]:
    """Register a part of the file a person can download about themselves."""

    def register(tell: Tell) -> Tell:
        _TELLING[name] = tell
        return tell

    return register


def told_by_rooms(person: Any) -> dict[str, list[dict[str, Any]]]:
    return {name: _TELLING[name](person) for name in sorted(_TELLING)}
