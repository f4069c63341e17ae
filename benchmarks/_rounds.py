"""Rounds of questions over 1, 8 and 32 connections, kept one by one and as cells of a table."""

import os

from benchmarks._server import Answers
from benchmarks._table import Round
from tools.bench import Report

CONNECTIONS = (1, 8, 32)
WARM_SECONDS = 1.0


def seconds() -> float:
    """How long each round lasts."""
    return float(os.environ.get("CREASPACE_BENCH_SECONDS", "4"))


def of_answers(
    report: Report,
    what: str,
    answers: Answers,
    *,
    budget: float | None = None,
    floor: float | None = None,
) -> Round:
    """Each figure is kept by itself; the p95 has a budget, answers a second a floor."""
    p95 = report.keep(f"{what} · p95", [answers.percentile(0.95)], "ms", budget)
    p50 = report.keep(f"{what} · p50", [answers.percentile(0.5)], "ms")
    p99 = report.keep(f"{what} · p99", [answers.percentile(0.99)], "ms")
    pace = report.keep(f"{what} · answers", [answers.a_second], "/s", floor, at_most=False)
    cpu = report.keep(f"{what} · CPU each", [answers.cpu_ms_each], "ms")
    memory = report.keep(f"{what} · memory", [answers.memory_mb], "MB")
    return Round(
        p50_ms=p50.median,
        p95_ms=p95.median,
        p99_ms=p99.median,
        a_second=pace.median,
        cpu_ms=cpu.median,
        memory_mb=memory.median,
        is_late=not p95.kept,
        is_slow=not pace.kept,
    )
