"""Slow work of this room."""

from creaspace.foundation.records.tasks import Running, task
from creaspace.foundation.search import work


@task
def index_waiting(run: Running) -> int:
    """Index all that was written since it was last indexed."""
    total = 0
    while settled := work.catch_up():
        total += settled
        run.step(settled)
    return total


@task
def rebuild_index(run: Running, labels: list[str], afresh: bool) -> int:
    """Go through every record of these rooms, all by default."""
    return work.rebuild(labels, step=run.step, afresh=afresh)
