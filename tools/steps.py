"""Running one step at a time: its progress, its output when it fails, its end."""

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

Command = Sequence[object]  # words and paths; each is given to the system as text
ROOT = Path(__file__).resolve().parent.parent
QUIET_SECONDS = 30  # how long a step may be silent where no terminal shows its seconds
TAIL_LINES = 60


class Failure(Exception):
    """A step could not be done; the text says which, and what to do."""


def say(text: str) -> None:
    print(text, flush=True)


@contextlib.contextmanager
def progress(label: str) -> Iterator[None]:
    """Show the label and the seconds running: each second on a terminal, else now and then."""
    start = time.monotonic()
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(label, start, done), daemon=True)
    ticker.start()
    ended = "failed after"
    try:
        yield
        ended = "done in"
    finally:
        done.set()
        ticker.join()
        lead = "\r" if sys.stdout.isatty() else ""
        say(f"{lead}{label} … {ended} {time.monotonic() - start:.1f} s")


def _tick(label: str, start: float, done: threading.Event) -> None:
    if sys.stdout.isatty():
        while not done.wait(1):
            print(f"\r{label} … {time.monotonic() - start:.0f} s", end="", flush=True)
        return
    while not done.wait(QUIET_SECONDS):
        say(f"{label} … {time.monotonic() - start:.0f} s")


def quietly(label: str, command: Command, env: Mapping[str, str] | None = None) -> str:
    """Run a command behind a progress line; its output is shown only when it fails."""
    with progress(label):
        result = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env=environment(env),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    if result.returncode:
        tail = "\n".join(result.stdout.splitlines()[-TAIL_LINES:])
        raise Failure(f"{tail}\n\n{label}: {_shown(command)} ended with {result.returncode}.")
    return result.stdout


def openly(command: Command, env: Mapping[str, str] | None = None) -> int:
    """Run a command whose output a person reads; return its exit status."""
    sys.stdout.flush()
    parts = [str(part) for part in command]
    return subprocess.run(parts, cwd=ROOT, env=environment(env), check=False).returncode


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    return {**os.environ, **(extra or {})}


def _shown(command: Command) -> str:
    return " ".join(str(part) for part in command)
