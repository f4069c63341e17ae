"""How long `./dev.py run` takes to the first page when everything is already there."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from tests.served import free_port
from tools.bench import Report
from tools.steps import ROOT

ROUNDS = 5
LONGEST_SECONDS = 240


def run(report: Report) -> None:
    with tempfile.TemporaryDirectory(prefix="creaspace-bench-") as folder:
        first = [_seconds_to_first_page(folder)]
        later = [_seconds_to_first_page(folder) for _ in range(ROUNDS)]
    report("run on a fresh data folder", [first[0][0]], "s")
    report("second start to first page", [start for start, _ in later], "s", 5)
    report("end after SIGTERM", [end for _, end in later], "s", 1)


def _seconds_to_first_page(folder: str) -> tuple[float, float]:
    port = free_port()
    began = time.monotonic()
    server = subprocess.Popen(
        [sys.executable, ROOT / "dev.py", "run", "--port", str(port)],
        env={**os.environ, "CREASPACE_DATA_DIR": folder},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait(f"http://localhost:{port}/en/", began)
        started = time.monotonic() - began
    finally:
        ended = time.monotonic()
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)
    return started, time.monotonic() - ended


def _wait(address: str, began: float) -> None:
    while time.monotonic() - began < LONGEST_SECONDS:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)
    raise TimeoutError(f"No page at {address} within {LONGEST_SECONDS} s.")
