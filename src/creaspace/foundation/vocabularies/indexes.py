"""The indexes of schemes: remembered by each process, and read anew as soon as a scheme changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db import connection

from creaspace.foundation.vocabularies.labels import ConceptIndex
from creaspace.foundation.vocabularies.models import Concept

# Without the ORM, whose work would outweigh the answer.
EDITION = "SELECT id, digest FROM vocabularies_scheme ORDER BY id"
Edition = tuple[tuple[int, str], ...]


class Remembered:
    """The indexes of one edition of all schemes; another edition forgets them."""

    def __init__(self) -> None:
        self.edition: Edition = ()
        self.indexes: dict[str, ConceptIndex] = {}
        self.lock = Lock()

    def index(self, scheme: str, edition: Edition) -> ConceptIndex:
        """What is read here is at least as new as the edition, which was read before it."""
        with self.lock:
            if edition != self.edition:
                self.edition, self.indexes = edition, {}
            kept = self.indexes
        if scheme not in kept:
            kept[scheme] = Concept.objects.index(scheme)
        return kept[scheme]

    def forget(self) -> None:
        with self.lock:
            self.edition, self.indexes = (), {}


remembered = Remembered()
_page = Local()


def index_of(scheme: str) -> ConceptIndex:
    """The index of a scheme's current version; outside of a request it is read afresh."""
    kept: dict[str, ConceptIndex] | None = getattr(_page, "indexes", None)
    if kept is None:
        return Concept.objects.index(scheme)
    if scheme not in kept:
        kept[scheme] = _read(scheme)
    return kept[scheme]


def _read(scheme: str) -> ConceptIndex:
    """While pages are held somebody may be writing, so that nothing remembered will do."""
    if getattr(_page, "held", False):
        return Concept.objects.index(scheme)
    if _page.edition is None:
        _page.edition = edition()
    return remembered.index(scheme, _page.edition)


def edition() -> Edition:
    """Every version of every scheme with the digest of its file: loading and correcting change it.

    Asked at most once for each page.
    """
    with connection.cursor() as cursor:
        cursor.execute(EDITION)
        return tuple(cursor.fetchall())


def _begin_page(**_sent: Any) -> None:
    if not getattr(_page, "held", False):
        _page.indexes, _page.edition = {}, None


def _end_page(**_sent: Any) -> None:
    if not getattr(_page, "held", False):
        _page.indexes = None


@contextmanager
def held_indexes() -> Iterator[None]:
    """Read each scheme once for all pages made in here, as an export makes hundreds."""
    _page.indexes, _page.held = {}, True
    try:
        yield
    finally:
        _page.indexes, _page.held = None, False


request_started.connect(_begin_page, dispatch_uid="vocabularies.begin_page")
request_finished.connect(_end_page, dispatch_uid="vocabularies.end_page")
