"""From a document to the row and the tokens that the index keeps of it. Pure."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from creaspace.foundation.search.analysis import name_tokens, tag_token, tokens
from creaspace.foundation.search.engines.shapes import FULL_SCORE, Counts, Posting
from creaspace.foundation.search.models import Entry
from creaspace.foundation.search.registry import Document

HIDDEN = "t_hidden"
MOST_BYTES_OF_A_LETTER = 4  # UTF-8
MOST_BYTES = 900_000  # PostgreSQL keeps a megabyte of tokens of one row at most
LONGEST_KEPT = 20_000  # letters of a text that are kept to show passages
COMPARED = ("slug", "address", "score", "is_public", "names", "texts", "words", "name_words")


def room_token(label: str) -> str:
    return tag_token(f"in:{label}")


def entry_values(document: Document) -> dict[str, Any]:
    """The columns of the entry of a document."""
    tags = {room_token(document.subject.label), *map(tag_token, document.tags)}
    if not document.is_public:
        tags.add(HIDDEN)
    named = set(tags).union(*(name_tokens(*name) for name in document.names))
    words = named.union(*(tokens(*text) for text in document.texts))
    return {
        "slug": document.slug[:200],
        "address": document.address[:500],
        "score": max(0, min(FULL_SCORE, document.score)),
        "is_public": document.is_public,
        "names": [list(name) for name in document.names],
        "texts": [[text[:LONGEST_KEPT], language] for text, language in document.texts],
        "words": joined(words, first=tags),
        "name_words": joined(named, first=tags),
        "changed_at": document.changed_at,
    }


def joined(found: set[str], *, first: set[str]) -> str:
    """Tokens in order with a space between; tags before all else, and no more than fits."""
    ordered = [*sorted(first), *sorted(found - first)]
    whole = " ".join(ordered)
    if len(whole) * MOST_BYTES_OF_A_LETTER < MOST_BYTES:
        return whole
    size = 0
    for place, token in enumerate(ordered):
        size += len(token.encode()) + 1
        if size > MOST_BYTES:
            return " ".join(ordered[:place])
    return whole


def posting_of(entry: Entry) -> Posting:
    return Posting(entry.pk, entry.score, entry.words, entry.name_words)


def counted(added: Iterable[Entry], removed: Iterable[Entry]) -> dict[str, Counts]:
    """By how much the counts of tokens change; entries that are not public count nowhere."""
    more, less = _tallied(added), _tallied(removed)
    texts = set[str]().union(*more, *less)
    changes = {
        text: Counts(more[0][text] - less[0][text], more[1][text] - less[1][text]) for text in texts
    }
    return {text: counts for text, counts in changes.items() if any(counts)}


def _tallied(entries: Iterable[Entry]) -> tuple[Counter[str], Counter[str]]:
    """How many of these entries hold each token, and how many in a name."""
    told, named = Counter[str](), Counter[str]()
    for entry in entries:
        if entry.is_public:
            told.update(entry.words.split())
            named.update(entry.name_words.split())
    return told, named
