"""The atlas of 100,000 and of 1,000,000 generated spaces, asked over HTTP on both databases.

CREASPACE_BENCH_SPACES=100000,1000000 and CREASPACE_BENCH_ENGINES=sqlite,postgresql choose less.
What was generated stays in `var/bench` and is used again by the next run.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks._questions import OPERATIONS, Operation
from benchmarks._server import Answers, Server, serving
from tools import postgres
from tools.bench import Report
from tools.steps import ROOT, say

FOLDER = ROOT / "var" / "bench"
GENERATOR = (ROOT / "benchmarks" / "_spaces_generator.py", ROOT / "benchmarks" / "_generate.py")
CONNECTIONS = (1, 8, 32)
JUDGED = 8  # connections at which the budget counts
JUDGED_SPACES = 100_000
DATA_MS, PAGE_MS = 50, 100  # p95 of data answers and of whole pages
SECONDS = float(os.environ.get("CREASPACE_BENCH_SECONDS", "4"))
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


def run(report: Report) -> None:
    for spaces in _listed("CREASPACE_BENCH_SPACES", "100000,1000000"):
        for engine in _listed("CREASPACE_BENCH_ENGINES", "sqlite,postgresql"):
            with _copy(engine, int(spaces)) as copy, serving(copy.env, others=copy.others) as site:
                say(f"\n{copy.name}")
                for operation in OPERATIONS:
                    _measure(report, site, copy, operation)


def _listed(name: str, default: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def _measure(report: Report, site: Server, copy: Copy, operation: Operation) -> None:
    paths = operation.paths()
    site.ask(paths[-50:], connections=4, seconds=1)  # warm caches, other addresses where possible
    for connections in CONNECTIONS:
        answers = site.ask(paths, connections=connections, seconds=SECONDS)
        if answers.refused:
            raise RuntimeError(f"{operation.name}: {answers.refused} beside 200")
        _report(report, copy, operation, connections, answers)


def _report(
    report: Report, copy: Copy, operation: Operation, connections: int, answers: Answers
) -> None:
    what = f"{copy.name} · {operation.name} · {connections}"
    judged = connections == JUDGED and copy.spaces == JUDGED_SPACES
    budget = (PAGE_MS if operation.is_page else DATA_MS) if judged else None
    report(f"{what} · p95", [answers.percentile(0.95)], "ms", budget)
    report(f"{what} · p50", [answers.percentile(0.5)], "ms")
    report(f"{what} · p99", [answers.percentile(0.99)], "ms")
    floor = operation.floor if connections == JUDGED and copy.name == "1,000,000 sqlite" else None
    report(f"{what} · answers", [answers.a_second], "/s", floor, at_most=False)
    report(f"{what} · CPU each", [answers.cpu_ms_each], "ms")
    report(f"{what} · peak memory", [answers.peak_mb], "MB")


@contextmanager
def _copy(engine: str, spaces: int) -> Iterator[Copy]:
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
