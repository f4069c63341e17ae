"""Makers of sources, batches and what is said; the record spoken of is an organisation."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from creaspace.core.viewer import System
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.statements.models import Batch, Source
from creaspace.foundation.statements.services import (
    Saying,
    add_source,
    open_batch,
    record_statements,
)

BY = System("tests")
_numbers = count(1)


@dataclass
class Told:
    """A statement as the choosing rule sees it, without a database."""

    value: Any = "a"
    source_kind: str = "press"
    source_key: int = field(default_factory=lambda: next(_numbers))
    speaks_for_itself: bool = True
    valid_from: str = ""
    valid_to: str = ""
    observed_on: str = ""
    said_on: str = ""
    order: int = field(default_factory=lambda: next(_numbers))


def make_organisation(slug: str = "", **values: Any) -> Organisation:
    slug = slug or f"organisation-{next(_numbers)}"
    return Organisation.objects.create(slug=slug, **{"name": slug.title(), **values})


def make_source(slug: str = "", **values: Any) -> Source:
    slug = slug or f"source-{next(_numbers)}"
    given = {"kind": "press", "title": f"The {slug}", "address": f"https://example.org/{slug}"}
    return add_source(slug=slug, **{**given, **values})


def make_batch(slug: str = "tests") -> Batch:
    return open_batch(slug=slug, label=slug.title(), by=BY)


def say(about: Any, *sayings: Saying, batch: str = "tests") -> int:
    return record_statements(about=about, sayings=sayings, batch=make_batch(batch), by=BY)
