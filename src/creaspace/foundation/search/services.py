"""Keeping the index: at once, soon, or all of it."""

from collections.abc import Iterable, Sequence

from django.db import connection, transaction

from creaspace.core.subjects import Subject
from creaspace.foundation.search import work
from creaspace.foundation.search.models import Stale
from creaspace.foundation.search.registry import findables
from creaspace.foundation.search.tasks import index_waiting

FEW = 100  # so many records are indexed within the request that wrote them


def index_soon(*, subject: Subject) -> None:
    """Note in this transaction that a record was written; it is indexed once that is kept."""
    index_all_soon(subjects=[subject])


def index_all_soon(*, subjects: Iterable[Subject]) -> None:
    """Note the same of many records."""
    stale = [Stale(subject_label=label, subject_key=key) for label, key in dict.fromkeys(subjects)]
    if not stale:
        return
    Stale.objects.bulk_create(stale, batch_size=work.BATCH)
    if not any(call[1] is settle for call in connection.run_on_commit):
        transaction.on_commit(settle, robust=True)


def settle() -> None:
    """Index what waits: a few records at once, many by a task."""
    waiting = Stale.objects.values_list("subject_label", "subject_key").distinct()[: FEW + 1]
    if len(waiting) > FEW:
        index_waiting.enqueue()
    elif waiting:
        catch_up()


def catch_up() -> int:
    """Index all that waits, here and now (commands); says how many writes that settled."""
    total = 0
    while settled := work.catch_up():
        total += settled
    return total


def index_now(*, subjects: Iterable[Subject]) -> None:
    """Bring the entries of these records up to date."""
    work.index(subjects)


def remove(*, subjects: Sequence[Subject]) -> None:
    """Take records out of the index."""
    work.forget(subjects)


def rebuild(
    *, labels: Sequence[str] = (), step: work.Step = lambda _count: None, afresh: bool = False
) -> int:
    """Go through every record of these rooms (all by default); returns how many were indexed."""
    unknown = sorted(set(labels) - {each.label for each in findables()})
    if unknown:
        known = ", ".join(each.label for each in findables())
        message = f"Nothing is found as {', '.join(unknown)}. Choose among {known}."
        raise ValueError(message)
    return work.rebuild(labels, step=step, afresh=afresh)


def wipe_if_empty() -> None:
    """Empty the full-text tables when no entries are left, as after `flush`."""
    work.wipe_if_empty()
