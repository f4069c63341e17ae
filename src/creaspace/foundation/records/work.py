"""What a run does: call the task, keep what it says of itself, end it one way or another."""

import importlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from creaspace.foundation.records.models import Run

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 5


class Cancelled(Exception):
    """Raised inside a task by `run.step()` after somebody asked to cancel it."""


class Later(Exception):
    """A task raises this to be tried again: `raise Later("mail server silent", minutes=5)`."""

    def __init__(self, reason: str, *, minutes: float = 1) -> None:
        super().__init__(reason)
        self.minutes = minutes


class Running:
    """What a task holds while it works; each step is heard, and a wish to cancel ends it here."""

    def __init__(self, run_id: int) -> None:
        self.run_id = run_id
        self.heard_at = timezone.now()
        self.unsaid = 0

    def expect(self, total: int) -> None:
        """Say how many steps there will be."""
        Run.objects.filter(pk=self.run_id).update(total=total, done=0)

    def step(self, count: int = 1, *, doing: str = "") -> None:
        """Say that `count` steps are done; at most twice a second is it written down."""
        self.unsaid += count
        now = timezone.now()
        if now - self.heard_at < timedelta(milliseconds=500) and not doing:
            return
        self.heard_at = now
        self._write(now, doing)

    def _write(self, now: datetime, doing: str) -> None:
        row = Run.objects.filter(pk=self.run_id)
        said = {"doing": doing[:200]} if doing else {}
        row.update(done=F("done") + self.unsaid, heard_at=now, **said)
        self.unsaid = 0
        if row.filter(cancel_wished=True).exists():
            raise Cancelled

    def finish(self) -> None:
        Run.objects.filter(pk=self.run_id).update(done=F("done") + self.unsaid)


def function_named(path: str) -> Callable[..., Any]:
    """The function behind `package.module.name`, as a task keeps it under `.function`."""
    module, _dot, name = path.rpartition(".")
    found = getattr(importlib.import_module(module), name)
    function: Callable[..., Any] = getattr(found, "function", found)
    return function


def perform(run_id: int) -> None:
    """Do one run, once: only a waiting one begins, so a job queued twice runs once."""
    now = timezone.now()
    begun = Run.objects.filter(pk=run_id, state=Run.State.WAITING).update(
        state=Run.State.RUNNING, heard_at=now, attempts=F("attempts") + 1, next_attempt_at=None
    )
    if not begun:
        return
    run = Run.objects.get(pk=run_id)
    if run.cancel_wished:
        _end(run, Run.State.CANCELLED)
        return
    _try(run)


def _try(run: Run) -> None:
    running = Running(run.pk)
    try:
        result = function_named(run.task)(running, *run.arguments)
    except Cancelled:
        _end(run, Run.State.CANCELLED)
    except Later as wish:
        _again(run, wish)
    except Exception as error:
        logger.exception("Task %s failed", run.task)
        _end(run, Run.State.FAILED, error=f"{type(error).__name__}: {error}")
    else:
        running.finish()
        _end(run, Run.State.DONE, result=result)


def _again(run: Run, wish: Later) -> None:
    if run.attempts >= MOST_ATTEMPTS:
        _end(run, Run.State.FAILED, error=str(wish))
        return
    wait = timedelta(minutes=wish.minutes * 2 ** (run.attempts - 1))
    Run.objects.filter(pk=run.pk).update(
        state=Run.State.WAITING, next_attempt_at=timezone.now() + wait, error=str(wish)
    )


def _end(run: Run, state: Run.State, *, result: Any = None, error: str = "") -> None:
    Run.objects.filter(pk=run.pk).update(
        state=state, result=result, error=error, ended_at=timezone.now(), next_attempt_at=None
    )
