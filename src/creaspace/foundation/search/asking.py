"""Asking the index: which entries, in which order, how many; what is not public only to its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from creaspace.core.subjects import records_of
from creaspace.core.viewer import Viewer
from creaspace.foundation.search.analysis import Query, tag_token
from creaspace.foundation.search.bounds import fewest
from creaspace.foundation.search.engines import Ask, Place, Table, the_engine
from creaspace.foundation.search.expressions import (
    Expression,
    Term,
    Without,
    all_of,
    any_of,
    terms_of,
)
from creaspace.foundation.search.models import Entry
from creaspace.foundation.search.postings import HIDDEN, room_token
from creaspace.foundation.search.registry import findables

Tags = Sequence[Sequence[str]]
DEEPEST = 2_000  # rows from the first on that pages can reach
COUNTED = 2_000  # more than these are told as “2,000+”
MOST_HIDDEN = 200


@dataclass(frozen=True)
class Found:
    """Entries in order: whose name says it all first, then the others, best score first."""

    places: list[Place]
    named: frozenset[Place]


@dataclass(frozen=True)
class Counted:
    """How many entries of each room; those in `open_ended` have more than were counted."""

    by_label: dict[str, int]
    open_ended: frozenset[str]

    @property
    def total(self) -> int:
        return sum(self.by_label.values())

    @property
    def is_exact(self) -> bool:
        return not self.open_ended


def narrowed(query: Query, labels: Sequence[str], tags: Tags) -> Expression | None:
    """The question with its filters: one of these rooms, and of each list of tags at least one."""
    if query.expression is None:
        return None
    parts = [query.expression]
    if labels:
        parts.append(any_of([Term(room_token(label)) for label in labels]))
    parts += [any_of([Term(tag_token(tag)) for tag in either]) for either in tags if either]
    return all_of(parts)


def is_open(expression: Expression) -> Expression:
    return Without(expression, Term(HIDDEN))


def look(expressions: Sequence[Expression], *, viewer: Viewer, most: int) -> list[Found]:
    """For each expression its first entries: names and words of all of them in one go.

    Of so many rows with the words, those that have them in their name stand among the names.
    """
    engine = the_engine()
    wanted = min(most, DEEPEST)
    asks = [Ask(Table.NAMES, is_open(each), wanted) for each in expressions]
    asks += [Ask(Table.WORDS, is_open(each), wanted) for each in expressions]
    answers = engine.top(asks)
    half = len(expressions)
    found = [_together(answers[n], answers[n + half], wanted) for n in range(half)]
    if viewer.is_authenticated and viewer.pk is not None:
        hidden = _hidden(expressions, viewer)
        return [_merged(one, other, wanted) for one, other in zip(found, hidden, strict=True)]
    return found


def _together(named: list[Place], worded: list[Place], most: int) -> Found:
    """Names first; a word found beyond the first names that were read comes after all of them."""
    first = frozenset(named)
    places = [*named, *(place for place in worded if place not in first)]
    return Found(places[:most], first)


def _merged(one: Found, other: Found, most: int) -> Found:
    named = one.named | other.named
    places = sorted({*one.places, *other.places}, key=lambda place: (place not in named, place))
    return Found(places[:most], named)


def _hidden(expressions: Sequence[Expression], viewer: Viewer) -> list[Found]:
    """Entries that are not public, as far as their own rooms show them to this person."""
    own = [all_of([each, Term(HIDDEN)]) for each in expressions]
    asks = [Ask(table, each, MOST_HIDDEN) for table in Table for each in own]
    answers = the_engine().top(asks)
    keys = {place.entry for places in answers for place in places}
    if not keys:
        return [Found([], frozenset()) for _each in own]
    entries = Entry.objects.filter(pk__in=keys, is_public=False)
    subjects = {entry.pk: entry.subject for entry in entries}
    seen = records_of(subjects.values(), viewer)
    shown = [[place for place in places if subjects.get(place.entry) in seen] for places in answers]
    return [
        _together(shown[number + len(own)], shown[number], MOST_HIDDEN)
        for number in range(len(own))
    ]


def count(by_label: dict[str, Expression], *, viewer: Viewer) -> Counted:
    """How many entries of each room answer; beyond `COUNTED` it is not worth the time to know."""
    counted = count_open(list(by_label.values()), most=COUNTED + 1)
    counts = dict(zip(by_label, counted, strict=True))
    numbers = {label: min(number or 0, COUNTED) for label, number in counts.items()}
    vague = {label for label, number in counts.items() if number is None or number > COUNTED}
    if viewer.is_authenticated and viewer.pk is not None and by_label:
        for label, found in zip(by_label, _hidden(list(by_label.values()), viewer), strict=True):
            numbers[label] += len(found.places)
    return Counted(numbers, frozenset(vague))


def count_open(expressions: Sequence[Expression], *, most: int) -> list[int | None]:
    """For each expression how many public entries, at most so many; None: not in time.

    Where the counts of the tokens alone say that there are enough, nothing is looked for.
    """
    known, rows = _known(expressions)
    asked = {
        each: Ask(Table.WORDS, is_open(each), most)
        for each in expressions
        if fewest(each, known, rows) < most
    }
    counts = dict(zip(asked, the_engine().counts(list(asked.values())), strict=True))
    return [counts.get(each, most) for each in expressions]


def _known(expressions: Sequence[Expression]) -> tuple[dict[str, int], int]:
    """How many public entries hold each of these tokens, and how many there are in all rooms."""
    rooms = {room_token(each.label) for each in findables()}
    texts = rooms.union(term.text for each in expressions for term in terms_of(each))
    marks = ", ".join("%s" for _text in texts)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT text, entries FROM search_token WHERE text IN ({marks})",  # noqa: S608 -- marks
            list(texts),
        )
        known: dict[str, int] = dict(cursor.fetchall())
    return known, sum(known.get(room, 0) for room in rooms)


def keys_at(places: Sequence[Place]) -> dict[int, str]:
    """The keys of the records at these places, by entry: plain SQL, as there may be thousands."""
    if not places:
        return {}
    numbers = ",".join(str(int(place.entry)) for place in places)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, subject_key FROM search_entry WHERE id IN ({numbers})"  # noqa: S608 -- whole numbers
        )
        return dict(cursor.fetchall())
