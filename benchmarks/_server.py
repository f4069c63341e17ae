"""A web server to measure, Creaspace or another: what it costs, and how it answers under load."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks._programs import told_by
from tests.served import free_port
from tools import node
from tools.steps import ROOT

LOAD = Path(__file__).parent / "_load.mjs"
TICKS = os.sysconf("SC_CLK_TCK")
START_SECONDS = 120


@dataclass(frozen=True)
class Answers:
    """What came back while one kind of address was asked for."""

    times_ms: list[float]
    statuses: dict[str, int]
    seconds: float
    cpu_ms: float
    memory_mb: float

    def percentile(self, share: float) -> float:
        """Milliseconds within which this share (0 to 1) of the answers came."""
        place = min(len(self.times_ms) - 1, int(share * len(self.times_ms)))
        return self.times_ms[place]

    @property
    def a_second(self) -> float:
        return len(self.times_ms) / self.seconds

    @property
    def cpu_ms_each(self) -> float:
        """CPU time of the server, its database included, for one answer."""
        return self.cpu_ms / len(self.times_ms)

    @property
    def refused(self) -> dict[str, int]:
        return {status: count for status, count in self.statuses.items() if status != "200"}


class Server:
    """A running copy, and the processes that answer for it."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, others: Sequence[int]) -> None:
        self.process = process
        self.origin = f"http://localhost:{port}"
        self.others = others

    def ask(
        self, paths: Sequence[str], *, connections: int, seconds: float, most: int | None = None
    ) -> Answers:
        """Ask for these addresses in turn, over so many connections, for so many seconds.

        At most so many of them, where that is said.
        """
        asked = {
            "origin": self.origin,
            "paths": list(paths),
            "connections": connections,
            "seconds": seconds,
            "most": most,
        }
        before = self._cpu_ms()
        told = told_by([*node.tools()[0], str(LOAD)], asked)
        return Answers(
            times_ms=sorted(told["times"]),
            statuses=told["statuses"],
            seconds=told["seconds"],
            cpu_ms=self._cpu_ms() - before,
            memory_mb=self._memory_mb(),
        )

    def _processes(self) -> list[int]:
        return [*_family(self.process.pid), *(pid for top in self.others for pid in _family(top))]

    def _cpu_ms(self) -> float:
        return sum(_cpu_ms(pid) for pid in self._processes())

    def _memory_mb(self) -> float:
        """What the web server's own processes hold: pages they share are counted once."""
        return sum(_memory_mb(pid) for pid in _family(self.process.pid))


def serving(env: dict[str, str], *, others: Sequence[int] = ()) -> AbstractContextManager[Server]:
    """`creaspace run` on a free port, with the database's processes counted beside its own."""
    command = [sys.executable, "-m", "creaspace", "run", "--no-worker", "--port", "{port}"]
    return running(command, env, first="/en/about/", others=others)


@contextmanager
def running(
    command: Sequence[str], env: dict[str, str], *, first: str, others: Sequence[int] = ()
) -> Iterator[Server]:
    """A server, `{port}` in its command, from its first page until this is over."""
    port = free_port()
    process = subprocess.Popen(
        [part.replace("{port}", str(port)) for part in command],
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://localhost:{port}{first}", process)
        yield Server(process, port, others)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"No page at {address} within {START_SECONDS} s.")


def _family(top: int) -> list[int]:
    """A process and all that come from it; those already gone are left out."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        if fields := _fields(stat):
            children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, waiting = [], [top]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, [])
    return found


def _fields(stat: Path) -> list[str]:
    """The fields of a process after its name, which may hold anything: state, parent, …"""
    try:
        return stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def _cpu_ms(pid: int) -> float:
    """Of itself and of all its children that have ended, such as a closed connection's."""
    fields = _fields(Path(f"/proc/{pid}/stat"))
    return sum(map(int, fields[11:15])) * 1000 / TICKS if fields else 0.0


def _memory_mb(pid: int) -> float:
    """Its proportional share of memory, files it maps included; elsewhere what is resident."""
    for file, name in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = Path(f"/proc/{pid}/{file}").read_text(encoding="utf-8").splitlines()
        except OSError:
            continue
        found = next((line.split()[1] for line in lines if line.startswith(name)), "0")
        return int(found) / 1024
    return 0.0
