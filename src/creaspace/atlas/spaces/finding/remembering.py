"""What a process may remember of the atlas: words of numbers for ever, sums for one edition."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from creaspace.atlas.spaces.finding.selecting import in_parts, rows
from creaspace.atlas.spaces.models import TraitName, TraitSet
from creaspace.atlas.spaces.traits import Trait, number_of, traits_in

MOST_PARTS = 100_000
MOST_ANSWERS = 400

# Numbers are made from what they stand for, so nothing here can ever become untrue.
_names: dict[int, Trait] = {}
_parts: dict[int, tuple[int, ...]] = {0: ()}


def traits_in_parts(numbers: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """The numbers of the traits in these parts; one query for those this process has not met."""
    wanted = list(numbers)
    unmet = [number for number in wanted if number not in _parts]
    if len(_parts) + len(unmet) > MOST_PARTS:
        _parts.clear()
        unmet = wanted
    for number, text in _texts(unmet):
        _parts[number] = tuple(number_of(line) for line in text.splitlines())
    return {number: _parts.get(number, ()) for number in wanted}


def _texts(numbers: Sequence[int]) -> Iterator[tuple[int, str]]:
    for some in in_parts(numbers):
        yield from TraitSet.objects.filter(pk__in=some).values_list("number", "traits")


def traits_of_sets(numbers: Iterable[int]) -> dict[int, tuple[Trait, ...]]:
    """The traits in these sets."""
    return {number: traits_in(text) for number, text in _texts(list(numbers))}


def traits_named(numbers: Iterable[int]) -> dict[int, Trait]:
    """What these numbers of traits stand for."""
    wanted = list(numbers)
    unmet = [number for number in wanted if number not in _names]
    for part in in_parts(unmet):
        kept = TraitName.objects.filter(pk__in=part).values_list("number", "facet", "value")
        for number, facet, value in kept:
            _names[number] = Trait(facet, value)
    return {number: _names[number] for number in wanted if number in _names}


class Remembered:
    """Answers of one edition of the atlas, the newest few; a newer edition forgets them all."""

    def __init__(self, most: int = MOST_ANSWERS) -> None:
        self.most, self.edition = most, -1
        self.kept: OrderedDict[Any, Any] = OrderedDict()
        self.lock = Lock()

    def get(self, edition: int, key: Any) -> Any | None:
        with self.lock:
            if edition != self.edition or key not in self.kept:
                return None
            self.kept.move_to_end(key)
            return self.kept[key]

    def put(self, edition: int, key: Any, answer: Any) -> None:
        with self.lock:
            if edition != self.edition:
                self.kept.clear()
                self.edition = edition
            self.kept[key] = answer
            while len(self.kept) > self.most:
                self.kept.popitem(last=False)

    def get_or_make(self, edition: int, key: Any, make: Callable[[], Any]) -> Any:
        known = self.get(edition, key)
        if known is None:
            known = make()
            self.put(edition, key, known)
        return known


def edition() -> tuple[int, str]:
    """A number that changes with the atlas, and the day it last changed.

    The moment of the last change in microseconds: unlike a count it does not come back when a
    database is put back to an earlier state.
    """
    kept = rows("SELECT changed_at FROM spaces_edition WHERE id = 1")
    if not kept:
        return 0, ""
    moment = kept[0][0]
    if isinstance(moment, str):  # SQLite has no type for moments
        moment = datetime.fromisoformat(moment)
    moment = moment.replace(tzinfo=moment.tzinfo or UTC)
    return int(moment.timestamp() * 1_000_000), moment.date().isoformat()
