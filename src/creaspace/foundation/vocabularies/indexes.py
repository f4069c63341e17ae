"""The indexes of schemes, read at most once each while one page is being made."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from asgiref.local import Local
from django.core.signals import request_finished, request_started

from creaspace.foundation.vocabularies.labels import ConceptIndex
from creaspace.foundation.vocabularies.models import Concept

_page = Local()


def index_of(scheme: str) -> ConceptIndex:
    """The index of a scheme's current version; outside of a request it is read afresh."""
    kept: dict[str, ConceptIndex] | None = getattr(_page, "indexes", None)
    if kept is None:
        return Concept.objects.index(scheme)
    if scheme not in kept:
        kept[scheme] = Concept.objects.index(scheme)
    return kept[scheme]


def _begin_page(**_sent: Any) -> None:
    _page.indexes = {}


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
