"""The atlas of 100,000 and of 1,000,000 generated spaces, asked over HTTP on both databases.

CREASPACE_BENCH_SPACES=100000,1000000 and CREASPACE_BENCH_ENGINES=sqlite,postgresql choose less;
CREASPACE_BENCH_PEERS names a folder in which programs to compare with are installed.
What was generated stays in `var/bench` and is used again by the next run.
"""

import os

from benchmarks import _peers
from benchmarks._alone import ASKED, WARM, time_alone
from benchmarks._copies import Copy, copy_of
from benchmarks._questions import MANY, OPERATIONS, Ground, Operation
from benchmarks._rounds import CONNECTIONS, WARM_SECONDS, of_answers, seconds
from benchmarks._server import Answers, Server, serving
from benchmarks._table import Row, table
from tools.bench import Report
from tools.steps import say

JUDGED = 8  # connections at which the budget counts
JUDGED_SPACES = 100_000
FLOORS_OF = "1,000,000 sqlite"
DATA_MS, PAGE_MS = 50, 100  # p95 of data answers and of whole pages


def run(report: Report) -> None:
    for spaces in _listed("CREASPACE_BENCH_SPACES", "100000,1000000"):
        for place, engine in enumerate(_listed("CREASPACE_BENCH_ENGINES", "sqlite,postgresql")):
            with copy_of(engine, int(spaces)) as copy:
                ground = copy.ground()
                _measure(report, copy, ground)
                if not place:  # the same spaces on the second engine say nothing new of the peers
                    _peers.measure(report, copy, ground)


def _listed(name: str, default: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, default).split(",") if part.strip()]


def _measure(report: Report, copy: Copy, ground: Ground) -> None:
    with serving(copy.env, others=copy.others) as site:
        rows = []
        for operation in OPERATIONS:
            say(f"  {copy.name}: {operation.name}")
            row = Row(operation.name)
            _ask(report, site, copy, ground, operation, row)
            if operation.is_main:
                _compare(report, site, copy, ground, operation, row)
            rows.append(row)
    report.tell(table(copy.name, rows, CONNECTIONS))


def _ask(
    report: Report, site: Server, copy: Copy, ground: Ground, operation: Operation, row: Row
) -> None:
    site.ask(operation.paths(ground, "w"), connections=4, seconds=WARM_SECONDS)
    for connections in CONNECTIONS:
        paths = operation.paths(ground, f"c{connections}", many=int(MANY * max(1, seconds())))
        answers = site.ask(paths, connections=connections, seconds=seconds())
        if answers.refused:
            raise RuntimeError(f"{operation.name}: {answers.refused} beside 200")
        _report(report, copy, operation, connections, answers, row)


def _report(
    report: Report,
    copy: Copy,
    operation: Operation,
    connections: int,
    answers: Answers,
    row: Row,
) -> None:
    what = f"{copy.name} · {operation.name} · {connections}"
    judged = connections == JUDGED and copy.spaces == JUDGED_SPACES
    budget = (PAGE_MS if operation.is_page else DATA_MS) if judged else None
    floor = operation.floor if connections == JUDGED and copy.name == FLOORS_OF else None
    row.rounds[connections] = of_answers(report, what, answers, budget=budget, floor=floor)


def _compare(
    report: Report, site: Server, copy: Copy, ground: Ground, operation: Operation, row: Row
) -> None:
    """How much longer an answer takes than its SQL, both asked the same, one after another."""
    paths = operation.paths(ground, "a", many=WARM + ASKED)
    warm, asked = paths[:WARM], paths[WARM:]
    answers = site.ask(asked, connections=1, seconds=600, most=len(asked))
    alone = time_alone(copy.env, warm, asked)
    what = f"{copy.name} · {operation.name}"
    row.alone_ms = report.keep(f"{what} · SQL alone · p50", [alone.p50_ms], "ms").median
    row.statements = alone.usual_statements
    report.keep(f"{what} · statements", [alone.usual_statements], "")
    ratio = answers.percentile(0.5) / alone.p50_ms
    row.ratio = report.keep(f"{what} · HTTP / SQL alone · p50", [ratio], "times").median
