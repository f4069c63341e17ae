"""Figures of many operations as a table in Markdown, one row for each. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

NOTHING = "–"
MISSED = " ✗"


@dataclass(frozen=True)
class Round:
    """How one operation was answered over so many connections."""

    p50_ms: float
    p95_ms: float
    p99_ms: float
    a_second: float
    cpu_ms: float
    memory_mb: float
    is_late: bool = False  # above the budget of p95
    is_slow: bool = False  # below the floor of answers a second


@dataclass
class Row:
    """One operation: its rounds by connections, and its SQL alone where that was timed."""

    name: str
    rounds: dict[int, Round] = field(default_factory=dict)
    alone_ms: float | None = None
    statements: int | None = None
    ratio: float | None = None


def table(title: str, rows: Sequence[Row], connections: Sequence[int]) -> str:
    """A heading, and each row's p50/p95/p99, answers a second, CPU ms and MB by connections."""
    heads = ["operation"]
    for number in connections:
        heads += [f"{number}: p50/p95/p99 ms", "/s", "CPU ms", "MB"]
    has_alone = any(row.alone_ms is not None for row in rows)
    heads += ["SQL alone ms", "statements", "HTTP / SQL"] if has_alone else []
    lines = [_line(heads), _line(["---", *["--:"] * (len(heads) - 1)])]
    lines += [_line(_cells(row, connections, has_alone=has_alone)) for row in rows]
    return "\n".join([f"\n### {title}\n", *lines])


def _cells(row: Row, connections: Sequence[int], *, has_alone: bool) -> list[str]:
    cells = [row.name]
    for number in connections:
        cells += _of_round(row.rounds.get(number))
    if has_alone:
        cells += [short(row.alone_ms), short(row.statements), short(row.ratio)]
    return cells


def _of_round(told: Round | None) -> list[str]:
    if told is None:
        return [NOTHING] * 4
    late, slow = (MISSED if fault else "" for fault in (told.is_late, told.is_slow))
    times = "/".join(short(each) for each in (told.p50_ms, told.p95_ms, told.p99_ms))
    return [times + late, short(told.a_second) + slow, short(told.cpu_ms), short(told.memory_mb)]


def short(number: float | None) -> str:
    """Two digits that mean something: 0.12, 1.2, 12, 1,234."""
    if number is None:
        return NOTHING
    if isinstance(number, int) or abs(number) >= 10:
        return f"{number:,.0f}"
    return f"{number:.1f}" if abs(number) >= 1 else f"{number:.2f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
