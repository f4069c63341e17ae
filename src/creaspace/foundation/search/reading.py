"""Finding: what readers and rooms get of the index."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from creaspace.core.languages import address_in, fallback_chain, reader_language
from creaspace.core.subjects import Subject
from creaspace.core.viewer import Viewer
from creaspace.foundation.search.analysis import Query, query_of, tokens
from creaspace.foundation.search.asking import Found, Tags, count, keys_at, look, narrowed
from creaspace.foundation.search.expressions import Expression
from creaspace.foundation.search.marking import Piece, Wanted, passage, pieces_marked, wanted_by
from creaspace.foundation.search.models import Entry
from creaspace.foundation.search.registry import findables
from creaspace.foundation.search.suggesting import suggestions_for

READ_TEXTS = 80  # of an entry, when its passage is chosen
LABEL = 40  # letters wide: a shorter text is a label, as of a city or a kind, and no passage
DENSE = 3  # letters that one of Chinese, Japanese or Korean is worth
MOST_LABELS = 2


@dataclass(frozen=True)
class Marked:
    """Words in a language, cut into pieces of which some were found."""

    pieces: list[Piece]
    language: str

    @property
    def text(self) -> str:
        return "".join(text for text, _hit in self.pieces)

    @property
    def hits(self) -> int:
        return sum(hit for _text, hit in self.pieces)


@dataclass(frozen=True)
class Hit:
    """One record that was found, with the words that found it.

    `shown_name` is the name for this reader; `also` is another name, when only that was found;
    `labels` are names of places and kinds that were found, when no name was.
    """

    subject: Subject
    slug: str
    address: str
    shown_name: Marked
    also: Marked | None
    passage: Marked | None
    labels: list[Marked]
    is_name_hit: bool
    score: int

    @property
    def name(self) -> str:
        return self.shown_name.text

    @property
    def language(self) -> str:
        return self.shown_name.language


@dataclass(frozen=True)
class Answer:
    """What a question found; `per_label` counts each room, `is_exact` whether all was counted."""

    query: Query
    hits: list[Hit] = field(default_factory=list)
    count: int = 0
    is_exact: bool = True
    per_label: dict[str, int] = field(default_factory=dict)
    open_ended: frozenset[str] = frozenset()
    suggestions: list[str] = field(default_factory=list)


def find(
    words: str,
    *,
    viewer: Viewer,
    labels: Sequence[str] = (),
    tags: Tags = (),
    limit: int = 20,
    offset: int = 0,
    code: str = "",
) -> Answer:
    """The records that hold these words, in any script, as far as the viewer may see them.

    `labels`: only these rooms; `tags`: of each list at least one; `code`: Django's code of the
    language the addresses lead to, by default that of the page.
    """
    query = query_of(words, reader_language())
    expression = narrowed(query, labels, tags)
    if expression is None:
        return Answer(query)
    found = look([expression], viewer=viewer, most=offset + limit)[0]
    counted = count(_by_label(query, labels, tags), viewer=viewer)
    shown = Found(found.places[offset : offset + limit], found.named)
    return Answer(
        query,
        hits=hits_of(shown, query, code=code),
        count=max(counted.total, len(found.places)),
        is_exact=counted.is_exact,
        per_label=counted.by_label,
        open_ended=counted.open_ended,
        suggestions=[] if found.places else suggestions_for(query, reader_language()),
    )


def find_by_room(
    words: str, *, viewer: Viewer, most: int, code: str = ""
) -> tuple[Answer, dict[str, list[Hit]]]:
    """The best of every room at once, with the counts of all: for the page of results."""
    query = query_of(words, reader_language())
    rooms = _by_label(query, (), ())
    if not rooms:
        return Answer(query), {}
    found = look(list(rooms.values()), viewer=viewer, most=most)
    counted = count(rooms, viewer=viewer)
    places = [place for some in found for place in some.places]
    named = frozenset(place for some in found for place in some.named)
    hits = hits_of(Found(places, named), query, code=code)
    grouped: dict[str, list[Hit]] = {label: [] for label in rooms}
    for hit in hits:
        grouped[hit.subject.label].append(hit)
    answer = Answer(
        query,
        hits=hits,
        count=max(counted.total, len(hits)),
        is_exact=counted.is_exact,
        per_label=counted.by_label,
        open_ended=counted.open_ended,
        suggestions=[] if hits else suggestions_for(query, reader_language()),
    )
    return answer, grouped


def matching_keys(
    words: str, *, viewer: Viewer, label: str, tags: Tags = (), limit: int
) -> list[int]:
    """The keys of a room's records that hold these words: names first, then the best score."""
    expression = narrowed(query_of(words, reader_language()), [label], tags)
    if expression is None:
        return []
    found = look([expression], viewer=viewer, most=limit)[0]
    keys = keys_at(found.places)
    return [int(keys[place.entry]) for place in found.places if place.entry in keys]


def _by_label(query: Query, labels: Sequence[str], tags: Tags) -> dict[str, Expression]:
    rooms: dict[str, Expression] = {}
    for each in findables():
        if not labels or each.label in labels:
            expression = narrowed(query, [each.label], tags)
            if expression is not None:
                rooms[each.label] = expression
    return rooms


def hits_of(found: Found, query: Query, *, code: str = "") -> list[Hit]:
    """What to show of these entries, in their order: one query."""
    wanted = wanted_by(query)
    entries = Entry.objects.in_bulk([place.entry for place in found.places])
    return [
        _hit(entries[place.entry], wanted, is_named=place in found.named, code=code)
        for place in found.places
        if place.entry in entries
    ]


def _hit(entry: Entry, wanted: Wanted, *, is_named: bool, code: str) -> Hit:
    reader = reader_language()
    names = [_marked(name, wanted) for name in entry.names]
    shown = name_for_reader(names, reader)
    also = None
    if not shown.hits:
        also = max((name for name in names if name.hits), key=lambda each: each.hits, default=None)
    texts = [text for text in entry.texts[:READ_TEXTS] if _says(text, wanted)]
    return Hit(
        subject=entry.subject,
        slug=entry.slug,
        address=address_in(code or reader.lower(), entry.address) if entry.address else "",
        shown_name=shown,
        also=also,
        passage=_passage(entry, texts, wanted, reader),
        labels=[] if is_named else _labels(texts, wanted, reader),
        is_name_hit=is_named,
        score=entry.score,
    )


def _marked(words: Sequence[str], wanted: Wanted) -> Marked:
    text, language = words
    return Marked(pieces_marked(text, wanted, language), language)


def name_for_reader(names: Sequence[Marked], reader: str) -> Marked:
    """The main name, unless there is one in the reader's own language."""
    for tag in fallback_chain(reader):
        for name in names:
            if name.language == tag:
                return name
    return names[0] if names else Marked([], "")


def _says(text: Sequence[str], wanted: Wanted) -> bool:
    """Whether a text holds anything of the question; quicker than marking it."""
    found = tokens(*text)
    if not found.isdisjoint(wanted.whole):
        return True
    return any(token.startswith(wanted.starts) for token in found) if wanted.starts else False


def _passage(
    entry: Entry, texts: Sequence[Sequence[str]], wanted: Wanted, reader: str
) -> Marked | None:
    """Around what was found in a text the reader can read; else how such a text begins.

    Another language is shown where the reader's says nothing of the question, nor any label.
    """
    chain = fallback_chain(reader)
    telling = [text for text in texts if not _is_label(text[0])]
    others = [text for text in entry.texts[:READ_TEXTS] if not _is_label(text[0])]
    own = [text for text in telling if text[1] in chain]
    beginning = [text for text in others if text[1] in chain] if len(texts) != len(telling) else []
    chosen = own or beginning[:1] or telling or _readable(others, reader)[:1]
    told = [Marked(passage(text, wanted, language), language) for text, language in chosen]
    return max(told, key=_found_words, default=None)


def _is_label(text: str) -> bool:
    if len(text) > LABEL:
        return False
    return sum(DENSE if "\u2e80" <= letter <= "\ud7ff" else 1 for letter in text) <= LABEL


def _labels(texts: Sequence[Sequence[str]], wanted: Wanted, reader: str) -> list[Marked]:
    """Places, kinds and the like, in the reader's language where there is one."""
    short = [text for text in texts if _is_label(text[0])]
    chain = fallback_chain(reader)
    own = [text for text in short if text[1] in chain] or short[:1]
    return [_marked(text, wanted) for text in own[:MOST_LABELS]]


def _readable(texts: Sequence[Sequence[str]], reader: str) -> list[Sequence[str]]:
    """Those the reader can read first."""
    chain = fallback_chain(reader)
    return sorted(texts, key=lambda text: text[1] not in chain)


def _found_words(words: Marked) -> int:
    return len({text.casefold() for text, hit in words.pieces if hit})
