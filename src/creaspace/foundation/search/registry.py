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

from creaspace.core.subjects import Subject

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

    `heeds`: an act about a part of our records, of another label, concerns these keys of ours.
    `follows`: when a record of another room is indexed, these of ours are with it.
    """

    label: str
    title: str | Promise
    order: int
    documents: Documents
    icon: str = "search"
    heeds: Mapping[str, Concerns] = field(default_factory=dict)
    follows: Mapping[str, Concerns] = field(default_factory=dict)


_FINDABLES: dict[str, Findable] = {}


def register(findable: Findable) -> None:
    _FINDABLES[findable.label] = findable


def findable_of(label: str) -> Findable | None:
    return _FINDABLES.get(label)


def findables() -> list[Findable]:
    return sorted(_FINDABLES.values(), key=lambda each: (each.order, each.label))


def concerned(subjects: Sequence[Subject]) -> Iterator[Subject]:
    """The subjects whose documents may change when something is done to these records."""
    yield from (subject for subject in subjects if subject.label in _FINDABLES)
    keys = _keys_by_label(subjects)
    for findable in findables():
        for label, concerns in findable.heeds.items():
            if label in keys:
                yield from (Subject(findable.label, str(each)) for each in concerns(keys[label]))


def _keys_by_label(subjects: Sequence[Subject]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for subject in subjects:
        keys.setdefault(subject.label, []).append(subject.key)
    return keys


def followers(subjects: Sequence[Subject]) -> Iterator[Subject]:
    """The subjects that say something of these, or show only while these do."""
    keys = _keys_by_label(subjects)
    for findable in findables():
        for label, concerns in findable.follows.items():
            if label in keys:
                yield from (Subject(findable.label, str(key)) for key in concerns(keys[label]))
