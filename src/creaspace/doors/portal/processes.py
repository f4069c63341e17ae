"""Programs we start and end: each leads a process group, so that its helpers end with it."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence

LONGEST_WAIT = 30.0  # seconds between two tries to start what keeps dying
HEALTHY_AFTER = 60.0  # seconds after which a start counts as one that succeeded
POLL = 0.02


class Child:
    """One program, started again at growing intervals if it should not have ended."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.name, self.command, self.environment = name, list(command), dict(environment)
        self.process: subprocess.Popen[bytes] | None = None
        self.started_at = 0.0
        self.wait = 0.0

    def start(self) -> None:
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 -- our own interpreter and modules
            self.command,
            env=self.environment,
            stdin=subprocess.PIPE,  # closed by the system when we die; see `leash`
            start_new_session=True,  # Ctrl-C in the terminal reaches us alone; we pass it on
        )

    @property
    def status(self) -> int | None:
        """Its exit status; None while it runs or before it was started."""
        return self.process.poll() if self.process else None

    def revive(self, now: float) -> bool:
        """Start again if it ended and its waiting time is over; whether it was started."""
        if self.status is None:
            return False
        if now - self.started_at > HEALTHY_AFTER:
            self.wait = 0.0
        if now < self.started_at + self.wait:
            return False
        self.wait = min(max(1.0, 2 * self.wait), LONGEST_WAIT)
        self.sweep()
        self.start()
        return True

    def signal(self, number: int) -> None:
        """Send a signal to the program and all it started; nothing happens if they are gone."""
        if self.process is None:
            return
        try:
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, number)
            elif self.process.poll() is None:
                self.process.terminate()
        except (ProcessLookupError, PermissionError):
            return  # the group is empty; macOS says it with the second

    def sweep(self) -> None:
        """End without asking whatever is left, and wait for it."""
        if self.process is None:
            return
        self.signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        self.process.wait()
        if self.process.stdin:
            self.process.stdin.close()


def end_all(children: Sequence[Child], *, grace: float) -> None:
    """Ask all to end, wait at most `grace` seconds, then end them; none is left afterwards."""
    for child in children:
        child.signal(signal.SIGTERM)
    deadline = time.monotonic() + grace
    while time.monotonic() < deadline and any(_runs(child) for child in children):
        time.sleep(POLL)
    for child in children:
        child.sweep()


def _runs(child: Child) -> bool:
    return child.process is not None and child.status is None
