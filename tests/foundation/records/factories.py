"""Tasks to try the machinery with, and a record to act upon."""

from itertools import count
from typing import Any

from creaspace.core.viewer import System
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.records.models import Run
from creaspace.foundation.records.services import cancel_run
from creaspace.foundation.records.tasks import Later, Running, task

BY = System("tests")
DONE: list[str] = []
_numbers = count(1)


@task
def count_to(run: Running, number: int) -> int:
    run.expect(number)
    for _step in range(number):
        run.step()
    return number


@task
def fail(run: Running) -> None:
    raise ZeroDivisionError("no spaces to share among")


@task
def wait(run: Running) -> None:
    raise Later("mail server silent", minutes=5)


@task
def remember(run: Running, word: str) -> None:
    DONE.append(word)


@task
def be_cancelled(run: Running) -> None:
    """Somebody asks to cancel in the middle; the next step that is written down hears it."""
    run.step(doing="first")
    cancel_run(run=Run.objects.get(pk=run.run_id), by=BY)
    run.step(doing="second")
    DONE.append("never")


def make_organisation(slug: str = "", **values: Any) -> Organisation:
    slug = slug or f"organisation-{next(_numbers)}"
    return Organisation.objects.create(slug=slug, **{"name": slug.title(), **values})
