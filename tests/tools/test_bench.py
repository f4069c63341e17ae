"""What `./dev.py bench` prints and keeps."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tools import bench


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A benchmark named `example` in a project of its own, without figures yet."""
    (tmp_path / "benchmarks").mkdir()
    (tmp_path / "benchmarks" / "example.py").touch()
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    monkeypatch.setattr(bench, "BENCHMARKS", tmp_path / "benchmarks")
    module = ModuleType("benchmarks.example")
    monkeypatch.setitem(sys.modules, "benchmarks.example", module)
    return module


def _kept(folder: Path, kind: str) -> str:
    (path,) = (folder / "var" / "bench").glob(f"*.{kind}")
    return path.read_text(encoding="utf-8")


def test_a_missed_budget_is_said_again_at_the_end(measured, tmp_path, capsys):
    def run(report: bench.Report) -> None:
        report.keep("quick", [4, 5, 6], "ms", 10)
        report.keep("slow", [11, 12, 13], "ms", 10)

    measured.run = run

    status = bench.main(["example"])

    said = capsys.readouterr().out
    assert status == 1
    assert "slow" in said.splitlines()[-1]
    assert "MISSED" in said.splitlines()[-1]
    assert "quick" not in said
    figures = json.loads(_kept(tmp_path, "json"))["figures"]
    assert [(each["what"], each["median"], each["kept"]) for each in figures] == [
        ("quick", 5, True),
        ("slow", 12, False),
    ]


def test_a_table_for_people_stands_beside_the_figures(measured, tmp_path, capsys):
    measured.run = lambda report: report.tell("| box | 5 |")

    status = bench.main(["example"])

    assert status == 0
    assert "| box | 5 |" in capsys.readouterr().out
    assert _kept(tmp_path, "md") == "| box | 5 |\n"


def test_what_was_measured_before_a_failure_is_kept(measured, tmp_path):
    def run(report: bench.Report) -> None:
        report("first", [1.0], "s")
        raise RuntimeError("refused")

    measured.run = run

    with pytest.raises(RuntimeError, match="refused"):
        bench.main(["example"])

    assert [each["what"] for each in json.loads(_kept(tmp_path, "json"))["figures"]] == ["first"]
