"""The SQL of an answer alone: what a view executes for a question, executed again by the driver.

python -m benchmarks._alone reads {"warm": [addresses], "asked": [addresses]} and writes the times
of the answers' SQL in ms, and how many statements each answer takes, as JSON. Views run in this
process, with the settings of the copy; their statements are then executed once more, with the same
values, over another connection of the bare driver, all rows fetched and nothing made of them.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import django
from django.db import connection
from django.test import Client

from benchmarks._programs import told_by

ASKED, WARM = 200, 50
READS = ("SELECT", "WITH", "VALUES", "SET LOCAL")
FRAMES = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT")
LOCAL = ("SET LOCAL", "set_config(")  # wishes for a transaction
Statement = tuple[str, Sequence[Any] | None]


@dataclass(frozen=True)
class Alone:
    """Times of the SQL alone, sorted, and how many statements an answer takes, also sorted."""

    times_ms: list[float]
    statements: list[int]

    @property
    def p50_ms(self) -> float:
        return self.times_ms[len(self.times_ms) // 2]

    @property
    def usual_statements(self) -> int:
        return self.statements[len(self.statements) // 2]


def time_alone(env: dict[str, str], warm: Sequence[str], asked: Sequence[str]) -> Alone:
    """In a process of its own, which has the settings of the copy."""
    told = told_by(
        [sys.executable, "-m", "benchmarks._alone"],
        {"warm": list(warm), "asked": list(asked)},
        {**env, "DJANGO_SETTINGS_MODULE": "creaspace.settings"},
    )
    return Alone(sorted(told["times_ms"]), sorted(told["statements"]))


class Heard(list[Statement]):
    """The statements that came through, those that were broken off left out."""

    def __call__(
        self,
        execute: Callable[..., Any],
        sql: str,
        values: Sequence[Any] | None,
        many: bool,
        context: dict[str, Any],
    ) -> Any:
        found = execute(sql, values, many, context)
        if not sql.lstrip().startswith(FRAMES):
            self.append((sql, values))
        return found


def statements_of(client: Client, path: str) -> list[Statement]:
    """What the answer to this address executes."""
    heard = Heard()
    with connection.execute_wrapper(heard):
        response = client.get(path)
        body = b"".join(response) if response.streaming else response.content
    if response.status_code != 200:
        raise RuntimeError(f"{path}: {response.status_code} {body[:200]!r}")
    if writes := [sql for sql, _values in heard if not sql.lstrip(" \n(").startswith(READS)]:
        raise RuntimeError(f"{path} writes: {writes[0][:200]}")
    return list(heard)


class Bare:
    """Another connection, configured as Django's own, and used without Django."""

    def __init__(self) -> None:
        own: Any = connection.copy()
        own.connect()
        self.own, self.raw = own, own.connection
        self.broken_off = own.Database.OperationalError

    def in_its_words(self, statement: Statement) -> Statement:
        """The statement as this driver writes it."""
        sql, values = statement
        if values is None or connection.vendor != "sqlite":
            return statement
        return sql.replace("%s", "?").replace("%%", "%"), values

    def time_ms(self, statements: Sequence[Statement]) -> float | None:
        """How long they take, one after another; None when the engine breaks them off."""
        told = [self.in_its_words(each) for each in statements]
        began = time.perf_counter()
        try:
            with self._frame(told):
                for sql, values in told:
                    self._execute(sql, values)
        except self.broken_off:
            return None
        return (time.perf_counter() - began) * 1000

    def _frame(self, told: Sequence[Statement]) -> AbstractContextManager[Any]:
        """A transaction where one is wished something, as the view has it; else none."""
        is_wished = any(wish in sql for sql, _values in told for wish in LOCAL)
        return self.raw.transaction() if is_wished else nullcontext()

    def _execute(self, sql: str, values: Sequence[Any] | None) -> None:
        cursor = self.raw.cursor()
        cursor.execute(sql) if values is None else cursor.execute(sql, values)
        if cursor.description:
            cursor.fetchall()
        cursor.close()


def main() -> None:
    asked = json.load(sys.stdin)
    django.setup()
    client = Client(headers={"host": "localhost"})
    before = [statements_of(client, path) for path in asked["warm"]]
    heard = [statements_of(client, path) for path in asked["asked"]]
    bare = Bare()
    for statements in before:
        bare.time_ms(statements)
    times = [bare.time_ms(statements) for statements in heard]
    told = {
        "times_ms": [each for each in times if each is not None],
        "statements": [len(statements) for statements in heard],
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
