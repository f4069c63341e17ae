"""Programs we start end with us, whatever they do about it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from creaspace.doors.portal.processes import Child, end_all

STUBBORN = (
    "import signal, subprocess, sys, time, pathlib;"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "helper = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    "pathlib.Path(sys.argv[1]).write_text(str(helper.pid)); time.sleep(60)"
)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def wait_for(file: Path) -> str:
    until = time.monotonic() + 10
    while time.monotonic() < until and not (file.exists() and file.read_text()):
        time.sleep(0.02)
    return file.read_text()


@pytest.fixture
def python(tmp_path):
    """A function that makes children of ours; whatever is left of them ends with the test."""
    made: list[Child] = []

    def make(code: str, *arguments: str) -> Child:
        made.append(Child("test", [sys.executable, "-c", code, *arguments], os.environ))
        return made[-1]

    yield make
    for child in made:
        child.sweep()


def test_child_that_ends_when_asked_is_given_the_time(python, tmp_path):
    done = tmp_path / "done"
    code = (
        "import pathlib, signal, sys, time;"
        "say = pathlib.Path(sys.argv[1]).write_text;"
        "signal.signal(signal.SIGTERM, lambda *_: (say('asked'), sys.exit(0)));"
        "say('ready'); time.sleep(60)"
    )
    child = python(code, str(done))
    child.start()
    wait_for(done)

    end_all([child], grace=5)

    assert (child.status, done.read_text()) == (0, "asked")


def test_child_that_refuses_to_end_is_ended_with_its_helpers(python, tmp_path):
    helper = tmp_path / "helper"
    child = python(STUBBORN, str(helper))
    child.start()
    pid = int(wait_for(helper))
    began = time.monotonic()

    end_all([child], grace=0.2)

    assert child.status == -signal.SIGKILL
    assert time.monotonic() - began < 2
    until = time.monotonic() + 2
    while is_running(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_running(pid)


def test_program_on_a_leash_ends_with_its_helpers_when_its_starter_is_gone(tmp_path):
    (tmp_path / "stubborn.py").write_text(STUBBORN)
    helper = tmp_path / "helper"
    leashed = subprocess.Popen(
        [sys.executable, "-m", "creaspace.doors.portal.leash", "stubborn", str(helper)],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        stdin=subprocess.PIPE,
        start_new_session=True,
    )
    pid = int(wait_for(helper))

    leashed.stdin.close()  # as the system does for a starter that is killed

    assert leashed.wait(timeout=2) == -signal.SIGKILL
    until = time.monotonic() + 1
    while is_running(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_running(pid)


def test_child_that_died_is_started_again_and_then_more_slowly(python):
    child = python("pass")
    child.start()
    child.process.wait()

    first = child.revive(time.monotonic())
    child.process.wait()
    at_once = child.revive(child.started_at + 0.5)
    later = child.revive(child.started_at + 1.1)

    assert (first, at_once, later) == (True, False, True)
    assert child.wait == 2.0


def test_child_that_runs_is_left_alone(python):
    child = python("import time; time.sleep(60)")
    child.start()

    assert not child.revive(time.monotonic())
    assert child.status is None


def test_ending_what_never_started_does_nothing(python):
    child = python("pass")

    end_all([child], grace=0.1)

    assert child.status is None
