"""The full-text index of each database behind one face.

Both keep the same tokens, find the same rows in the same order (best score first, then the older
entry), and give up a question that would take too long rather than keep everybody waiting.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from creaspace.foundation.search.engines.postgres import PostgresEngine
from creaspace.foundation.search.engines.shapes import Ask, Counts, Place, Posting, Table
from creaspace.foundation.search.engines.sqlite import SqliteEngine

__all__ = ["Ask", "Counts", "Engine", "Place", "Posting", "Table", "engine_of", "the_engine"]


class Engine(Protocol):
    """What the room asks of a full-text index."""

    def create(self) -> None: ...

    def drop(self) -> None: ...

    def filling(self) -> AbstractContextManager[None]:
        """Around the adding of very many postings; questions are answered meanwhile."""

    def wipe(self) -> None:
        """Forget every posting."""

    def add(self, postings: Sequence[Posting]) -> None: ...

    def remove(self, postings: Sequence[Posting]) -> None:
        """Take out postings; they must say what they said when they were added."""

    def top(self, asks: Sequence[Ask]) -> list[list[Place]]:
        """For each question its first rows, best score first."""

    def counts(self, asks: Sequence[Ask]) -> list[int | None]:
        """For each question how many rows, at most its limit; None when it would take too long."""

    def count_tokens(self, changes: Mapping[str, Counts]) -> None:
        """Add to the counts of tokens (rows of `Token`), and drop those that reach nothing."""


def engine_of(wrapper: BaseDatabaseWrapper) -> Engine:
    return PostgresEngine(wrapper) if wrapper.vendor == "postgresql" else SqliteEngine(wrapper)


def the_engine() -> Engine:
    return engine_of(connection)
