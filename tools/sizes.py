"""Sizes of the house: a file has at most 400 lines, a Python function 40."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.steps import ROOT, say

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
FOLDERS = ("src", "tests", "tools", "islands", "benchmarks")
KINDS = {".py", ".ts", ".css"}


def faults(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    length = text.count("\n")
    if length > LONGEST_FILE:
        yield f"{length} lines; the limit is {LONGEST_FILE}: split it by meaning"
    if path.suffix == ".py":
        yield from _long_functions(ast.parse(text))


def _long_functions(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > LONGEST_FUNCTION:
            where = f"line {node.lineno}: {node.name} has {length} lines"
            yield f"{where}; the limit is {LONGEST_FUNCTION}: split it by meaning"


def sources() -> list[Path]:
    found = [path for name in FOLDERS for path in (ROOT / name).rglob("*") if path.suffix in KINDS]
    kept = [path for path in found if not {"migrations", "built"} & set(path.parts)]
    return sorted([*kept, ROOT / "dev.py"])


def main() -> int:
    told = [f"{path.relative_to(ROOT)}: {fault}" for path in sources() for fault in faults(path)]
    for line in told:
        say(line)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
