"""`./dev.py check` and `./dev.py fix`: what can be said about the code without running it."""

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

from tools import building, environment, node
from tools.steps import ROOT, quietly, say
from tools.steps import environment as variables

SOURCES = ["dev.py", "src", "tests", "tools", "benchmarks", "docs"]
Check = tuple[str, list[str]]


def checks() -> list[Check]:
    python, script = str(environment.PYTHON), environment.script
    tests = ["tests/test_rooms.py", "tests/test_checks.py", "-q", "-p", "no:cacheprovider"]
    return [
        ("ruff check", [str(script("ruff")), "check", "."]),
        ("ruff format", [str(script("ruff")), "format", "--check", "."]),
        ("mypy", [str(script("mypy"))]),
        ("imports", [str(script("lint-imports")), "--no-cache"]),
        ("rooms", [python, "-m", "pytest", *tests]),
        ("sizes", [python, "-m", "tools.sizes"]),
        ("templates", [python, "-m", "tools.templates"]),
        ("translations", [python, "-m", "tools.catalogues", "check"]),
        ("migrations", [str(script("creaspace")), "makemigrations", "--check", "--dry-run"]),
        ("locks", [python, "-m", "tools.locks"]),
        ("docs", building.sphinx(environment.VENV / "docs")),
        ("Biome", [*node.command("biome"), "check", "--no-errors-on-unmatched", "."]),
        ("TypeScript", [*node.command("tsc"), "--noEmit"]),
    ]


def ready() -> None:
    environment.for_developing()
    node.packages(everything=True)


def check(arguments: list[str]) -> int:
    ready()
    chosen = [one for one in checks() if not arguments or one[0] in arguments]
    if not chosen:
        say(f"There is no such check. Checks: {', '.join(name for name, _ in checks())}.")
        return 2
    failed = failing(chosen)
    say(f"check: {len(chosen) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def failing(chosen: list[Check]) -> list[str]:
    """The names of those that fail; as many run at once as the machine has cores."""
    with ThreadPoolExecutor(os.cpu_count()) as lanes:
        passed = list(lanes.map(lambda one: passes(*one), chosen))
    return [name for (name, _command), good in zip(chosen, passed, strict=True) if not good]


def passes(name: str, command: list[str]) -> bool:
    start = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, env=variables(), capture_output=True, text=True, check=False
    )
    verdict = "ok" if done.returncode == 0 else "FAILED"
    why = "\n" + (done.stdout + done.stderr).rstrip() + "\n" if done.returncode else ""
    say(f"  {name:<14} {verdict:<7} {time.monotonic() - start:5.1f} s{why}")
    return done.returncode == 0


def fix(arguments: list[str]) -> int:
    """Repair what a program can repair; names of rooms limit it to their translations."""
    ready()
    python = str(environment.PYTHON)
    if not arguments:
        ruff = str(environment.script("ruff"))
        quietly("Repairing Python", [ruff, "check", "--fix-only", "."])
        quietly("Formatting Python", [ruff, "format", "."])
        biome = [*node.command("biome"), "check", "--write", "--no-errors-on-unmatched", "."]
        quietly("Repairing and formatting the islands", biome)
    command = [python, "-m", "tools.catalogues", "sync", *arguments]
    quietly("Preparing entries for translators", command)
    say("Translations left empty are listed by ./dev.py check translations")
    return 0
