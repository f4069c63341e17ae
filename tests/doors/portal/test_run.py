"""`creaspace run`: from an empty folder to the first page, and a clean end."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Set
from pathlib import Path

import pytest

from tests.served import START_SECONDS, free_port, surroundings

SLOWEST_END = 2.0  # seconds; it takes some 0.3, and the machine may be busy


def start(folder: Path, port: int, *options: str, **settings: str) -> subprocess.Popen[str]:
    """As a shell starts what runs in the background: with Ctrl-C ignored from the outset."""
    command = [sys.executable, "-m", "creaspace", "run", "--port", str(port), *options]
    usual = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return subprocess.Popen(
            command,
            env=surroundings(folder, **settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    finally:
        signal.signal(signal.SIGINT, usual)


def first_page(port: int) -> str:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/en/", timeout=5) as page:
                return page.read().decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("no page came")


def family_of(pid: int) -> set[int]:
    """The process and all that descend from it, by the parents the system names."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout
    parents = {
        int(own): int(parent) for own, parent in (row.split() for row in listed.splitlines())
    }
    family = {pid}
    while grown := {own for own, parent in parents.items() if parent in family} - family:
        family |= grown
    return family


def still_there(pids: set[int]) -> set[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,stat="], capture_output=True, text=True, check=True)
    rows = (row.split() for row in listed.stdout.splitlines())
    return pids & {int(pid) for pid, state in rows if not state.startswith("Z")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("run")


@pytest.fixture
def port() -> Iterator[int]:
    return free_port()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "Ctrl-C"])
def test_run_serves_a_page_and_ends_at_once_without_leaving_a_process(folder, port, ending):
    server = start(folder, port)
    page = first_page(port)
    until = time.monotonic() + 10
    while len(family := family_of(server.pid)) < 4 and time.monotonic() < until:
        time.sleep(0.1)

    server.send_signal(ending)
    began = time.monotonic()
    said, _nothing = server.communicate(timeout=10)

    assert "<h1" in page
    assert time.monotonic() - began < SLOWEST_END
    assert server.returncode == 0
    assert re.search(rf"Creaspace is open at http://localhost:{port}/ ", said)
    assert len(family) >= 4  # itself, the web server and its process, the worker
    assert still_there(family) == set()


def test_web_server_and_worker_end_when_run_is_killed_without_warning(folder, port):
    server = start(folder, port)
    first_page(port)
    until = time.monotonic() + 10
    while len(family := family_of(server.pid)) < 4 and time.monotonic() < until:
        time.sleep(0.1)

    server.kill()
    server.communicate(timeout=10)
    began = time.monotonic()
    while (left := still_there(family)) and time.monotonic() < began + SLOWEST_END:
        time.sleep(0.05)

    assert len(family) >= 4
    assert left == set()


def test_run_without_worker_starts_none(folder, port):
    server = start(folder, port, "--no-worker")
    first_page(port)
    time.sleep(0.3)

    family = family_of(server.pid)
    server.terminate()
    server.communicate(timeout=10)

    assert len(family) == 3


def test_web_process_that_dies_is_started_again_while_the_other_answers(folder, port):
    server = start(folder, port, "--no-worker", CREASPACE_WEB_PROCESSES="2")
    first_page(port)
    processes = web_processes(server.pid, 2)

    os.kill(min(processes), signal.SIGKILL)
    pages = [first_page(port) for _time in range(5)]
    after = web_processes(server.pid, 2, other_than=processes)
    server.terminate()
    server.communicate(timeout=10)

    assert all("<h1" in page for page in pages)
    assert len(after) == 2
    assert still_there(after) == set()


def web_processes(run: int, wanted: int, *, other_than: Set[int] = frozenset()) -> set[int]:
    """The processes that answer, once there are so many, and not just those."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        (web,) = children_of(run)
        found = children_of(web)
        if len(found) == wanted and found != other_than:
            return found
        time.sleep(0.1)
    raise AssertionError(f"never {wanted} processes")


def children_of(pid: int) -> set[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return {int(own) for own in listed.split()}


def test_run_says_which_port_is_taken_and_what_to_do(folder):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        port = other.getsockname()[1]

        server = start(folder, port)
        said, _nothing = server.communicate(timeout=30)

    assert server.returncode == 1
    assert f"Another program is listening on port {port} of 127.0.0.1" in said
    assert re.search(r"or start this one with --port \d+\.", said)


@pytest.mark.parametrize("wrong", ["0", "65536", "-1", "http", "8o00"])
def test_run_refuses_what_is_no_port(folder, wrong):
    done = subprocess.run(
        [sys.executable, "-m", "creaspace", "run", f"--port={wrong}"],
        env=surroundings(folder),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert f"'{wrong}' is no port. Give a number from 1 to 65535." in done.stderr


def test_worker_that_is_killed_is_started_again(folder, port):
    server = start(folder, port)
    first_page(port)
    until = time.monotonic() + 10
    while not (worker := _worker_of(server.pid)) and time.monotonic() < until:
        time.sleep(0.1)

    assert worker, "no worker came"  # number 0 would be everything in our own group
    os.kill(worker, signal.SIGKILL)
    while _worker_of(server.pid) in {0, worker} and time.monotonic() < until:
        time.sleep(0.1)
    revived = _worker_of(server.pid)
    server.terminate()
    said, _nothing = server.communicate(timeout=10)

    assert revived not in {0, worker}
    assert "The worker had died and was started again." in said


def _worker_of(pid: int) -> int:
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    ).stdout
    for row in listed.splitlines():
        own, parent, words = row.split(None, 2)
        if int(parent) == pid and "db_worker" in words:
            return int(own)
    return 0
