"""`./dev.py bench`: run what stands in benchmarks/, print medians beside their budgets, keep JSON.

Each file there has a function `run(report)`; it calls `report(what, values, unit, budget, most)`,
or, where figures are many, `report.keep(…)` for each and `report.tell(table)` for a table of them,
which is kept as Markdown beside the JSON.
"""

import datetime
import importlib
import json
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tools import app, environment, node
from tools.steps import ROOT, say

BENCHMARKS = ROOT / "benchmarks"


@dataclass(frozen=True)
class Figure:
    """One thing measured several times, and its budget."""

    benchmark: str
    what: str
    unit: str
    values: list[float]
    budget: float | None
    at_most: bool

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def ratio(self) -> float | None:
        """How much of the budget is used; for a least value, how far it is surpassed."""
        return self.median / self.budget if self.budget else None

    @property
    def kept(self) -> bool:
        if self.budget is None:
            return True
        return self.median <= self.budget if self.at_most else self.median >= self.budget


class Report:
    """Where the benchmarks put their figures."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.told: list[str] = []
        self.benchmark = ""

    def __call__(
        self,
        what: str,
        values: Sequence[float],
        unit: str,
        budget: float | None = None,
        *,
        at_most: bool = True,
    ) -> None:
        say(_line(self.keep(what, values, unit, budget, at_most=at_most)))

    def keep(
        self,
        what: str,
        values: Sequence[float],
        unit: str,
        budget: float | None = None,
        *,
        at_most: bool = True,
    ) -> Figure:
        """Keep a figure without a line of its own."""
        figure = Figure(self.benchmark, what, unit, list(values), budget, at_most)
        self.figures.append(figure)
        return figure

    def tell(self, text: str) -> None:
        """Markdown for people: printed as it is, and kept beside the JSON."""
        self.told.append(text)
        say(text)

    @property
    def missed(self) -> list[Figure]:
        return [figure for figure in self.figures if not figure.kept]


def bench(arguments: list[str]) -> int:
    """Prepare with any Python, then measure inside the environment."""
    app.setup([])
    node.packages(everything=True)
    return environment.module("tools.bench", *arguments)


def machine() -> dict[str, str | int]:
    model = ""
    if (cpuinfo := Path("/proc/cpuinfo")).exists():
        lines = cpuinfo.read_text(encoding="utf-8").splitlines()
        model = next((line.split(":")[1].strip() for line in lines if "model name" in line), "")
    return {
        "system": platform.platform(),
        "processor": model or platform.processor(),
        "cores": os.cpu_count() or 0,
        "python": platform.python_version(),
    }


def _line(figure: Figure) -> str:
    median = f"{figure.median:,.2f} {figure.unit}"
    if figure.budget is None:
        return f"  {figure.what:<48}{median:>18}"
    limit = f"{'≤' if figure.at_most else '≥'} {figure.budget:g} {figure.unit}"
    verdict = "kept" if figure.kept else "MISSED"
    return f"  {figure.what:<48}{median:>18}   {limit:>12}  ×{figure.ratio:.2f}  {verdict}"


def _keep(report: Report) -> Path:
    now = datetime.datetime.now(tz=datetime.UTC)
    figures = [
        {**asdict(figure), "median": figure.median, "ratio": figure.ratio, "kept": figure.kept}
        for figure in report.figures
    ]
    target = ROOT / "var" / "bench" / f"{now:%Y%m%dT%H%M%SZ}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    told = {"at": now.isoformat(timespec="seconds"), "machine": machine(), "figures": figures}
    target.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if report.told:
        target.with_suffix(".md").write_text("\n".join(report.told) + "\n", encoding="utf-8")
    return target


def main(names: list[str]) -> int:
    known = sorted(path.stem for path in BENCHMARKS.glob("[!_]*.py"))
    if unknown := sorted(set(names) - set(known)):
        say(f"There is no benchmark {', '.join(unknown)}. Benchmarks: {', '.join(known)}.")
        return 2
    for word, value in machine().items():
        say(f"{word:<10} {value}")
    report = Report()
    try:
        for name in names or known:
            report.benchmark = name
            say(f"\n{name}")
            importlib.import_module(f"benchmarks.{name}").run(report)
    finally:  # hours of measuring are kept, whatever ended them
        say(f"\nKept in {_keep(report).relative_to(ROOT)}")
    for figure in report.missed:
        say(_line(figure))
    return 1 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
