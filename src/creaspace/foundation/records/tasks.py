"""`@task`: slow work as a row with progress, result, error and a way to cancel it.

A room writes in its ``tasks.py``::

    @task
    def acknowledge_proposal(run: Running, proposal_id: int) -> None: ...

and its services say ``transaction.on_commit(lambda: acknowledge_proposal.enqueue(proposal.pk))``.
Tasks take plain identifiers, may run twice, and decide nothing.
"""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from django_tasks import task as library_task

from creaspace.core.viewer import System, Viewer
from creaspace.foundation.records import work
from creaspace.foundation.records.models import Run
from creaspace.foundation.records.work import Cancelled, Later, Running

__all__ = ["Cancelled", "Later", "Running", "Task", "task"]


class Task:
    """A function that can be queued, or done here and now by a command."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.path = f"{function.__module__}.{function.__qualname__}"
        self.__doc__ = function.__doc__

    def enqueue(self, *arguments: Any, by: Viewer | None = None) -> Run:
        """Queue the work for a worker; the row tells how it goes."""
        run = self._row(arguments, by)
        queue(run.pk)
        return run

    def do_now(self, *arguments: Any, by: Viewer | None = None) -> Run:
        """Do the work in this process (commands), with the same row to tell of it."""
        run = self._row(arguments, by)
        work.perform(run.pk)
        run.refresh_from_db()
        return run

    def _row(self, arguments: tuple[Any, ...], by: Viewer | None) -> Run:
        who = by or System("")
        now = timezone.now()
        return Run.objects.create(
            task=self.path,
            arguments=list(arguments),
            queued_at=now,
            next_attempt_at=now,
            by_id=who.pk,
            by_label=who.label,
        )


def task(function: Callable[..., Any]) -> Task:
    return Task(function)


@library_task()
def perform(run_id: int) -> None:
    """The one job the queue knows: do the run with this number."""
    work.perform(run_id)


def queue(run_id: int) -> None:
    perform.enqueue(run_id)
