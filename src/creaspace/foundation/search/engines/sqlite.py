"""SQLite: two FTS5 tables without contents of their own.

The row number carries the standing order (`1000 - score` in the upper half, the entry in the
lower): an FTS5 list is read in the order of its row numbers, so the best rows come first and a
question stops after as many as it wants.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

from creaspace.foundation.search.engines.shapes import (
    FULL_SCORE,
    Ask,
    Counts,
    Place,
    Posting,
    Table,
)
from creaspace.foundation.search.expressions import AllOf, AnyOf, Expression, Term, Without

TABLES = {Table.WORDS: "search_words", Table.NAMES: "search_names"}
LOWER_HALF = (1 << 32) - 1
PATIENCE_S = 0.25  # of one statement
AT_A_TIME = 100  # rows; what was found before patience ended is kept but for less than these
LOOK_EVERY = 20_000  # steps of SQLite's machine, some tenths of a millisecond


class SqliteEngine:
    def __init__(self, wrapper: BaseDatabaseWrapper) -> None:
        self.wrapper = wrapper

    def create(self) -> None:
        with self.wrapper.cursor() as cursor:
            for table in TABLES.values():
                cursor.execute(
                    f"CREATE VIRTUAL TABLE {table} USING fts5(tokens, content='', detail='none',"
                    """ columnsize=0, tokenize="ascii tokenchars '_:/.-'")"""
                )

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Nothing to prepare: each transaction leaves a sorted part, and SQLite merges parts."""
        yield

    def drop(self) -> None:
        with self.wrapper.cursor() as cursor:
            for table in TABLES.values():
                cursor.execute(f"DROP TABLE IF EXISTS {table}")

    def wipe(self) -> None:
        with self.wrapper.cursor() as cursor:
            for table in TABLES.values():
                cursor.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")  # noqa: S608 -- our own names

    def add(self, postings: Sequence[Posting]) -> None:
        self._write("INSERT INTO {0}(rowid, tokens) VALUES (%s, %s)", postings)

    def remove(self, postings: Sequence[Posting]) -> None:
        statement = "INSERT INTO {0}({0}, rowid, tokens) VALUES ('delete', %s, %s)"
        self._write(statement, postings)

    def _write(self, statement: str, postings: Sequence[Posting]) -> None:
        with self.wrapper.cursor() as cursor:
            for table, name in TABLES.items():
                rows = [(_row(each), getattr(each, table.value)) for each in postings]
                cursor.executemany(statement.format(name), rows)

    def top(self, asks: Sequence[Ask]) -> list[list[Place]]:
        arms = [
            f"SELECT {number}, rowid FROM (SELECT rowid FROM {table} WHERE {table} MATCH %s"  # noqa: S608 -- our own names
            " ORDER BY rowid LIMIT %s)"
            for number, table in enumerate(TABLES[ask.table] for ask in asks)
        ]
        found: list[list[Place]] = [[] for _ask in asks]
        for number, row in self._rows(arms, asks):
            found[number].append(Place(row >> 32, row & LOWER_HALF))
        return [sorted(places) for places in found]

    def counts(self, asks: Sequence[Ask]) -> list[int | None]:
        arms = [
            f"SELECT {number}, count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH %s"  # noqa: S608 -- our own names
            " LIMIT %s)"
            for number, table in enumerate(TABLES[ask.table] for ask in asks)
        ]
        found: list[int | None] = [None] * len(asks)
        for number, count in self._rows(arms, asks):
            found[number] = count
        return found

    def _rows(self, arms: Sequence[str], asks: Sequence[Ask]) -> Iterator[tuple[int, int]]:
        """What is found before patience ends; whoever counts on more must not."""
        if not asks:
            return
        values = [each for ask in asks for each in (match_of(ask.expression), ask.limit)]
        with self._patience(), self.wrapper.cursor() as cursor:
            try:
                cursor.execute(" UNION ALL ".join(arms), values)
                while rows := cursor.fetchmany(AT_A_TIME):
                    yield from rows
            except OperationalError as error:
                if "interrupted" not in str(error):
                    raise

    @contextmanager
    def _patience(self) -> Iterator[None]:
        self.wrapper.ensure_connection()
        until = time.monotonic() + PATIENCE_S
        self.wrapper.connection.set_progress_handler(lambda: time.monotonic() > until, LOOK_EVERY)
        try:
            yield
        finally:
            self.wrapper.connection.set_progress_handler(None, 0)

    def count_tokens(self, changes: Mapping[str, Counts]) -> None:
        with self.wrapper.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_token(text, entries, named) VALUES (%s, %s, %s)"
                " ON CONFLICT (text) DO UPDATE SET entries = entries + excluded.entries,"
                " named = named + excluded.named",
                [(text, *counts) for text, counts in sorted(changes.items())],
            )
            if any(counts.entries < 0 for counts in changes.values()):
                gone = [(text,) for text, counts in changes.items() if counts.entries < 0]
                cursor.executemany(
                    "DELETE FROM search_token WHERE text = %s AND entries <= 0", gone
                )


def _row(posting: Posting) -> int:
    return ((FULL_SCORE - posting.score) << 32) | posting.entry


def match_of(expression: Expression) -> str:
    """The expression in the words of FTS5; every token is quoted, so that none is an operator."""
    match expression:
        case Term(text, prefix):
            quoted = text.replace('"', '""')
            return f'"{quoted}"*' if prefix else f'"{quoted}"'
        case AllOf(parts):
            return f"({' AND '.join(map(match_of, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(match_of, parts))})"
        case Without(wanted, refused):
            return f"({match_of(wanted)} NOT {match_of(refused)})"
