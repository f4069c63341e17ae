"""Databases of generated spaces: made once, kept in `var/bench`, and reached by their driver."""

import os
import random
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks._questions import SEED, Ground
from tools import postgres
from tools.steps import ROOT, say

HERE = Path(__file__).parent
FOLDER = ROOT / "var" / "bench"
GENERATOR = [path for what in ("_generate", "_spaces") for path in HERE.glob(f"{what}*.py")]
PLACES = 4_000  # spaces around which questions are asked
AT_ONCE = 500
SETTINGS = {
    "CREASPACE_DATA_ANSWERS_PER_MINUTE": "0",  # all questions come from one address
    "CREASPACE_SEARCHES_PER_MINUTE": "0",
}


@dataclass(frozen=True)
class Copy:
    """A database of so many spaces on one engine, and how to reach it."""

    engine: str
    spaces: int
    env: dict[str, str]
    others: tuple[int, ...] = ()  # processes of the database

    @property
    def name(self) -> str:
        return f"{self.spaces:,} {self.engine}"

    def rows(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """What the driver reads, without Django; `{}` stands for a place of a value."""
        if self.engine == "sqlite":
            file = Path(self.env["CREASPACE_DATA_DIR"]) / "creaspace.sqlite3"
            with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
                yield from connection.execute(sql.replace("{}", "?"), values)
            return
        import psycopg  # noqa: PLC0415 -- only this engine needs it

        address = self.env["CREASPACE_DATABASE_URL"]
        with psycopg.connect(address) as server, server.cursor("rows") as cursor:
            cursor.execute(sql.replace("{}", "%s").encode(), values)
            yield from cursor

    def ground(self) -> Ground:
        """So many spaces, and where some drawn by lot stand."""
        lot = random.Random(SEED)
        slugs = [f"generated-{lot.randrange(self.spaces)}" for _place in range(PLACES)]
        places: list[tuple[float, float]] = []
        for begin in range(0, PLACES, AT_ONCE):
            part = slugs[begin : begin + AT_ONCE]
            marks = ", ".join("{}" for _slug in part)
            sql = (
                "SELECT longitude, latitude FROM spaces_space"
                f" WHERE slug IN ({marks}) AND longitude IS NOT NULL ORDER BY slug"
            )
            places += [(float(east), float(north)) for east, north in self.rows(sql, part)]
        return Ground(self.spaces, places)


@contextmanager
def copy_of(engine: str, spaces: int) -> Iterator[Copy]:
    folder = FOLDER / f"atlas-{engine}-{spaces}"
    folder.mkdir(parents=True, exist_ok=True)
    env = {**SETTINGS, "CREASPACE_DATA_DIR": str(folder)}
    if engine == "sqlite":
        _fill(folder / "generated", spaces, env)
        yield Copy(engine, spaces, env)
        return
    with postgres.server() as address:
        if not address:
            raise RuntimeError("There is no PostgreSQL; set CREASPACE_TEST_DATABASE_URL.")
        with _database(address, f"creaspace_bench_{spaces}") as (url, postmaster):
            env["CREASPACE_DATABASE_URL"] = url
            _fill(None, spaces, env)
            yield Copy(engine, spaces, env, (postmaster,))


@contextmanager
def _database(address: str, name: str) -> Iterator[tuple[str, int]]:
    """A database of that name on the server, for as long as this lasts, and its postmaster."""
    import psycopg  # noqa: PLC0415 -- only this engine needs it

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
        (backend,) = connection.execute("SELECT pg_backend_pid()").fetchone() or (0,)
        try:
            yield _renamed(address, name), _parent(backend)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _renamed(address: str, name: str) -> str:
    """The same server's address with another database."""
    return re.sub(r"^(postgres(?:ql)?://[^/]*/)[^?]*", rf"\g<1>{name}", address)


def _parent(pid: int) -> int:
    stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    return int(stat.rpartition(")")[2].split()[1])


def _fill(stamp: Path | None, spaces: int, env: dict[str, str]) -> None:
    """Generate once; again only when the generator is newer than what it made."""
    if stamp and stamp.exists():
        if stamp.stat().st_mtime > max(path.stat().st_mtime for path in GENERATOR):
            return
        for old in stamp.parent.glob("creaspace.sqlite3*"):
            old.unlink()
    say(f"Generating {spaces:,} spaces …")
    everything = {**os.environ, **env}
    for command in (["creaspace", "migrate"], ["benchmarks._generate", str(spaces)]):
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=everything, check=True)
    if stamp:
        stamp.touch()
