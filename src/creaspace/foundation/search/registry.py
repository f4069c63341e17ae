"""What can be found: a room registers its records in ``findable.py``, and nobody lists the rooms.

The room hands over documents; the index never asks for anything else. Example::

    register(Findable(
        label="calls.call", title=_("Calls"), order=40, documents=call_documents,
        heeds={"calls.criterion": calls_of_criteria},
    ))
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import override

from creaspace.core.languages import bcp47
from creaspace.core.subjects import Subject
from creaspace.foundation.languages.models import Texts

MIDDLE_SCORE = 500


class Name(NamedTuple):
    """Words and the language they are in (BCP 47); an unknown language is empty."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Document:
    """All that the index keeps of one record.

    `names`: the main one first, then aliases, its own script, Latin, translations. `texts`: the
    words of descriptions, in every language there is. `score`: 0 to 1000, the standing order of
    results. `tags`: such as `country:ES`, filters inside the index. `address`: of its page, in any
    language.
    """

    subject: Subject
    slug: str
    names: Sequence[Name]
    texts: Sequence[Name] = ()
    score: int = MIDDLE_SCORE
    is_public: bool = True
    tags: Sequence[str] = ()
    changed_at: datetime | None = None
    address: str = ""


Keys = Sequence[str]
Documents = Callable[[Keys | None], Iterator[Document]]
Concerns = Callable[[Keys], Iterator[Any]]


@dataclass(frozen=True)
class Findable:
    """One kind of record that is found; `documents` of these keys, or of all when they are None.

    `heeds`: an act about a record of another label concerns these keys of ours.
    """

    label: str
    title: str | Promise
    order: int
    documents: Documents
    icon: str = "search"
    heeds: Mapping[str, Concerns] = field(default_factory=dict)


_FINDABLES: dict[str, Findable] = {}


def register(findable: Findable) -> None:
    _FINDABLES[findable.label] = findable


def findable_of(label: str) -> Findable | None:
    return _FINDABLES.get(label)


def findables() -> list[Findable]:
    return sorted(_FINDABLES.values(), key=lambda each: (each.order, each.label))


def concerned(label: str, key: str) -> Iterator[Subject]:
    """The subjects whose documents may change when something is done to this record."""
    if label in _FINDABLES:
        yield Subject(label, key)
    for findable in findables():
        if concerns := findable.heeds.get(label):
            yield from (Subject(findable.label, str(each)) for each in concerns([key]))


def texts_by_key(label: str, keys: Sequence[str]) -> dict[str, list[Texts]]:
    """The rows of texts of these records, for rooms that hand over every language: one query."""
    found: dict[str, list[Texts]] = {}
    for row in Texts.objects.of_all(label, set(keys)):
        found.setdefault(row.subject_key, []).append(row)
    return found


def worded(rows: Sequence[Texts], *fields: str) -> list[Name]:
    """What these fields say in each language, without empty ones."""
    told = [Name(row.text(name), row.language) for name in fields for row in rows]
    return [each for each in told if each.text]


def in_each_language(codes: Sequence[str], say: Callable[[], object]) -> list[Name]:
    """What a title that is put together from words of the interface says in each language."""
    said: list[Name] = []
    for code in codes:
        with override(code):
            said.append(Name(str(say()), bcp47(code)))
    return said
