"""Writing the index: putting documents in, taking records out, building it anew."""

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Max

from creaspace.core.bulk import insert_rows, new_keys
from creaspace.core.subjects import Subject
from creaspace.foundation.search.engines import the_engine
from creaspace.foundation.search.models import Entry, Stale, Token
from creaspace.foundation.search.postings import COMPARED, counted, entry_values, posting_of
from creaspace.foundation.search.registry import (
    Document,
    Findable,
    findable_of,
    findables,
    followers,
)

Item = TypeVar("Item")
Step = Callable[[int], None]
BATCH = 500
REBUILT = 2_000  # records written in one transaction while all are
ENTRY_FIELDS = [field.name for field in Entry._meta.concrete_fields]


def index(subjects: Iterable[Subject]) -> None:
    """Bring the entries of these records up to date; those their room no longer has, go."""
    keys: dict[str, list[str]] = {}
    for subject in dict.fromkeys(subjects):
        keys.setdefault(subject.label, []).append(subject.key)
    for label, wanted in sorted(keys.items()):
        findable = findable_of(label)
        documents = list(findable.documents(wanted)) if findable else []
        put(documents)
        there = {document.subject.key for document in documents}
        forget([Subject(label, key) for key in wanted if key not in there])


def put(documents: Sequence[Document], *, seen_in: int = 0) -> None:
    """Write the entries and tokens of these documents; what says the same already stays."""
    said = {document.subject: entry_values(document) for document in documents}
    with transaction.atomic():
        _write(said, seen_in)


def _write(said: Mapping[Subject, dict[str, Any]], seen_in: int) -> None:
    known = {each.subject: each for each in Entry.objects.select_for_update().of(list(said))}
    fresh: list[Entry] = []
    before: list[Entry] = []
    after: list[Entry] = []
    for subject, values in said.items():
        entry = known.get(subject)
        if entry is None:
            label, key = subject
            fresh.append(Entry(subject_label=label, subject_key=key, round=seen_in, **values))
        elif any(getattr(entry, name) != values[name] for name in COMPARED):
            before.append(copy.copy(entry))
            after.append(_changed(entry, values, seen_in))
    _insert(fresh)
    Entry.objects.bulk_update(after, [*COMPARED, "changed_at"], batch_size=100)
    if seen_in:
        Entry.objects.filter(pk__in=[each.pk for each in known.values()]).update(round=seen_in)
    _exchange(added=[*fresh, *after], removed=before)


def _insert(entries: Sequence[Entry]) -> None:
    for entry, key in zip(entries, new_keys(Entry, len(entries)), strict=True):
        entry.pk = key
    insert_rows(Entry, ENTRY_FIELDS, ([getattr(e, n) for n in ENTRY_FIELDS] for e in entries))


def _changed(entry: Entry, values: dict[str, object], seen_in: int) -> Entry:
    for name, value in values.items():
        setattr(entry, name, value)
    entry.round = seen_in or entry.round
    return entry


@transaction.atomic
def forget(subjects: Sequence[Subject]) -> None:
    """Take records out of the index."""
    entries = list(Entry.objects.select_for_update().of(list(subjects)))
    _exchange(added=[], removed=entries)
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).delete()


def _exchange(*, added: Sequence[Entry], removed: Sequence[Entry]) -> None:
    engine = the_engine()
    if removed:
        engine.remove([posting_of(entry) for entry in removed])
    if added:
        engine.add([posting_of(entry) for entry in added])
    if changes := counted(added, removed):
        engine.count_tokens(changes)


@transaction.atomic
def catch_up(most: int = BATCH) -> int:
    """Index what waits, the oldest first; says how many writes that settled.

    The notes go before the records are read: whatever is written meanwhile leaves a note of its
    own, which this does not see and therefore does not take away.
    """
    waiting = list(Stale.objects.order_by("pk")[:most])
    Stale.objects.filter(pk__in=[row.pk for row in waiting]).delete()
    subjects = [row.subject for row in waiting]
    index([*subjects, *followers(subjects)])
    return len(waiting)


def rebuild(labels: Sequence[str] = (), *, step: Step, afresh: bool = False) -> int:
    """Go through every record of these rooms, all by default; returns how many were indexed.

    The index answers meanwhile. `afresh` also fills the full-text tables and the counts of tokens
    anew from the entries, which cures whatever was lost there.
    """
    seen_in = 1 + (Entry.objects.aggregate(last=Max("round"))["last"] or 0)
    with the_engine().filling():
        total = sum(_walk_through(each, seen_in, step) for each in chosen(labels))
    if not labels:
        registered = [each.label for each in findables()]
        _recheck(Entry.objects.exclude(subject_label__in=registered))
    if afresh:
        refill(step)
    return total


def chosen(labels: Sequence[str]) -> list[Findable]:
    return [each for each in findables() if not labels or each.label in labels]


def _walk_through(findable: Findable, seen_in: int, step: Step) -> int:
    total = 0
    for batch in batches(findable.documents(None), REBUILT):
        put(batch, seen_in=seen_in)
        total += len(batch)
        step(len(batch))
    _recheck(Entry.objects.filter(subject_label=findable.label).exclude(round=seen_in))
    return total


def _recheck(unseen: Iterable[Entry]) -> None:
    """Entries this round did not meet: their record is gone, or was written while it ran."""
    for batch in batches(unseen, BATCH):
        index(entry.subject for entry in batch)


@transaction.atomic
def refill(step: Step) -> None:
    """Fill the full-text tables and the counts of tokens from the entries."""
    engine = the_engine()
    engine.wipe()
    Token.objects.all().delete()
    for batch in batches(Entry.objects.order_by("pk").iterator(chunk_size=BATCH), BATCH):
        engine.add([posting_of(entry) for entry in batch])
        if changes := counted(batch, []):
            engine.count_tokens(changes)
        step(0)


def wipe_if_empty() -> None:
    """Without entries there is nothing to find, whatever the full-text tables still hold."""
    if not Entry.objects.exists():
        the_engine().wipe()


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
