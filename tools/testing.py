"""`./dev.py test`: every part in its turn, with a summary a person and a machine can read."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tools import app, browser, checking, environment, node
from tools.postgres import NO_SERVER
from tools.steps import ROOT, Command, quietly, say
from tools.steps import environment as variables

COUNTS = re.compile(r"(\d+) (passed|failed|skipped|error)s?\b")
TAP = {"pass": "passed", "fail": "failed", "skipped": "skipped"}
WORDS = ("passed", "failed", "error", "skipped")
TWO = ["-n", "2", "-q"]
THREE = ["-n", "3", "-q"]  # each serves a copy of its own; while one waits for a page, two work
UNIT = [*TWO, "-m", "not browser and not wheel"]
ON_ANOTHER_ENGINE = [*TWO, "-m", "database and not browser and not wheel"]


@dataclass
class Outcome:
    """What one part of the suite came to."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    missing: str = ""
    seconds: float = 0

    @property
    def failed(self) -> int:
        strict = os.environ.get("CI", "").lower() in {"true", "1"}
        return self.counts["failed"] + self.counts["error"] + (1 if self.missing and strict else 0)

    def line(self) -> str:
        said = ", ".join(f"{self.counts[word]} {word}" for word in WORDS if self.counts[word])
        return f"  {self.name:<12}{self.seconds:7.1f} s  {said or 'nothing ran'}"


Part = Callable[[str, list[str]], Outcome]


def test(arguments: list[str]) -> int:
    """Words that name parts choose them; whatever follows goes to pytest."""
    app.setup([])
    chosen = [word for word in arguments if word in PARTS]
    rest = [word for word in arguments if word not in PARTS]
    if not chosen:
        chosen = ["unit"] if rest else list(PARTS)
    with tempfile.TemporaryDirectory(prefix="creaspace-shared-") as shared:
        os.environ["CREASPACE_TEST_SHARED"] = shared  # the demonstration network is made there once
        return _report([_run(name, rest) for name in chosen])


def _run(name: str, rest: list[str]) -> Outcome:
    say(f"\n── {name} " + "─" * (70 - len(name)))
    start = time.monotonic()
    outcome = PARTS[name](name, rest)
    outcome.seconds = time.monotonic() - start
    return outcome


def _report(outcomes: list[Outcome]) -> int:
    say("\n── summary " + "─" * 63)
    for outcome in outcomes:
        say(outcome.line())
    for outcome in outcomes:
        if outcome.missing:
            say(f"\n!!! {outcome.name} DID NOT RUN: {outcome.missing}")
    total = sum((outcome.counts for outcome in outcomes), Counter[str]())
    failed = sum(outcome.failed for outcome in outcomes)
    skipped = f", {total['skipped']} skipped" if total["skipped"] else ""
    seconds = sum(outcome.seconds for outcome in outcomes)
    say(f"\n{total['passed']} passed, {failed} failed{skipped} in {seconds:.0f} s")
    return 1 if failed else 0


def _check(name: str, _rest: list[str]) -> Outcome:
    all_of_them = checking.checks()
    failed = len(checking.failing(all_of_them))
    return Outcome(name, Counter(passed=len(all_of_them) - failed, failed=failed))


def _unit(name: str, rest: list[str]) -> Outcome:
    return _pytest(name, [*UNIT, *rest], {"CREASPACE_DATABASE_URL": ""})


def _postgres(name: str, rest: list[str]) -> Outcome:
    server = [environment.PYTHON, "-m", "tools.postgres"]
    outcome = _pytest(name, [*ON_ANOTHER_ENGINE, *rest], {}, before=server)
    if outcome.counts.pop("no server", 0):
        outcome.missing = "there is no PostgreSQL; set CREASPACE_TEST_DATABASE_URL or install one."
    return outcome


def _in_browser(*folders: str, spread: str) -> Part:
    def run(name: str, rest: list[str]) -> Outcome:
        there = [folder for folder in folders if (ROOT / folder).is_dir()]
        path = browser.find()
        if path is None:
            return Outcome(name, missing="there is no Chromium or Chrome; set CREASPACE_BROWSER.")
        return _pytest(name, [*THREE, "--dist", spread, *there, *rest], {"CREASPACE_BROWSER": path})

    return run


def _wheel(name: str, rest: list[str]) -> Outcome:
    return _pytest(name, ["-q", "tests/wheel", *rest], {})


def _pytest(
    name: str,
    arguments: Sequence[str],
    env: dict[str, str],
    before: Command = (),
) -> Outcome:
    command = [*before, environment.PYTHON, "-m", "pytest", *arguments]
    status, lines = _shown([str(part) for part in command], env)
    counts = _counted(lines)
    if status == NO_SERVER:
        counts["no server"] = 1
    elif status and not counts["failed"] + counts["error"]:
        counts["failed"] += 1  # pytest itself could not go on
    return Outcome(name, counts)


def _counted(lines: list[str]) -> Counter[str]:
    """The numbers of pytest's last line."""
    for line in reversed(lines):
        if found := COUNTS.findall(line):
            return Counter({word: int(number) for number, word in found})
    return Counter()


def _shown(command: list[str], env: dict[str, str]) -> tuple[int, list[str]]:
    """Run a command, show its output as it comes, and keep the end of it."""
    lines: list[str] = []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=variables(env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        for line in running.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            lines = [*lines[-20:], line]
    return running.returncode, lines


def _islands(name: str, _rest: list[str]) -> Outcome:
    """Bundle the islands' tests, so that any Node can read them, and run them."""
    tests = sorted(node.ISLANDS.rglob("*.test.ts"))
    if not tests:
        return Outcome(name)
    folder = ROOT / "var" / "islands-tests"
    flags = ["--bundle", "--platform=node", "--format=esm", "--out-extension:.js=.mjs"]
    bundle = [*node.command("esbuild"), *map(str, tests), *flags, f"--outdir={folder}"]
    quietly("Bundling the islands' tests", [*bundle, f"--outbase={node.ISLANDS}"])
    built = [str(folder / path.relative_to(node.ISLANDS).with_suffix(".mjs")) for path in tests]
    program, _ = node.tools()
    _, lines = _shown([*program, "--test", "--test-reporter=tap", *built], {})
    found = re.findall(r"^# (pass|fail|skipped) (\d+)", "".join(lines), re.MULTILINE)
    return Outcome(name, Counter({TAP[word]: int(number) for word, number in found}))


PARTS: dict[str, Part] = {
    "check": _check,
    "unit": _unit,
    "postgres": _postgres,
    "islands": _islands,
    "browser": _in_browser("tests/browser", "tests/journeys", spread="loadgroup"),
    "screenshots": _in_browser("tests/screenshots", spread="load"),
    "wheel": _wheel,
}
