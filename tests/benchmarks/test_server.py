"""What a measured server costs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks._server import _cpu_ms, _memory_mb

BUSY = "import time\nwhile time.process_time() < 0.3: pass"

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="There is no /proc.")


def test_work_of_a_process_that_ended_still_counts():
    before = _cpu_ms(os.getpid())

    subprocess.run([sys.executable, "-c", BUSY], check=True)

    assert _cpu_ms(os.getpid()) - before >= 250


def test_memory_of_a_process_is_told_and_of_none_there_is_none():
    assert _memory_mb(os.getpid()) > 5
    assert _memory_mb(2**30) == 0
