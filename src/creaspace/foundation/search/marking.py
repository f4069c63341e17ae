"""Marking what a question found in names and texts of any script, and passages around it. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from creaspace.foundation.search.analysis import SIZE, Query, query_of, tokens_of
from creaspace.foundation.search.expressions import terms_of
from creaspace.foundation.search.folding import fold
from creaspace.foundation.search.romanising import HAN_RUN, pinyin_of
from creaspace.foundation.search.splitting import Kind, Stretch, stretches

Piece = tuple[str, bool]
PASSAGE = 220  # letters; half as many where one letter says as much as a syllable or a word
READ = 8_000  # letters of a text in which a passage is looked for
ELLIPSIS = "…"
DENSE = re.compile("[\u2e80-\ud7ff]")  # letters that say as much as a syllable or a word


@dataclass(frozen=True)
class Wanted:
    """The tokens of a question, looked up letter by letter."""

    whole: frozenset[str]
    starts: tuple[str, ...]
    by_sound: bool


def wanted_by(query: Query) -> Wanted:
    terms = list(terms_of(query.expression)) if query.expression else []
    whole = frozenset(term.text for term in terms if not term.prefix)
    return Wanted(
        whole=whole,
        starts=tuple(term.text for term in terms if term.prefix),
        by_sound=any(term.text.startswith(("py_", "in_")) for term in terms),
    )


def marked(text: str, words: str, language: str = "") -> list[Piece]:
    """The text cut into pieces, each with whether the question found it; joined they are `text`."""
    return pieces_marked(text, wanted_by(query_of(words, language)), language)


def pieces_marked(text: str, wanted: Wanted, language: str = "") -> list[Piece]:
    plain = normalize("NFC", text)
    if not (wanted.whole or wanted.starts):
        return [(plain, False)] if plain else []
    hits = _hits(plain, wanted, language)
    found: list[Piece] = []
    start = 0
    for place in range(1, len(plain) + 1):
        if place == len(plain) or hits[place] != hits[start]:
            found.append((plain[start:place], hits[start]))
            start = place
    return found


@lru_cache(maxsize=8_192)
def _folded(letter: str) -> str:
    return fold(letter)


def _hits(text: str, wanted: Wanted, language: str) -> list[bool]:
    """For each letter of the text whether it belongs to something found."""
    hits = [False] * len(text)
    folded, origin = _laid_out(text)
    for stretch in stretches(folded):
        for first, end in _spans(stretch, wanted, language):
            for place in range(origin[first], origin[end - 1] + 1):
                hits[place] = True
    return hits


def _laid_out(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and from which letter of the text each of its letters comes."""
    if text.isascii():
        return text.lower(), range(len(text))
    parts = [_folded(letter) for letter in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _letter in part]


def _spans(stretch: Stretch, wanted: Wanted, language: str) -> Iterable[tuple[int, int]]:
    """Where in the folded text something was found."""
    if stretch.kind is Kind.WORD:
        if not tokens_of(stretch, language).isdisjoint(wanted.whole):
            yield stretch.start, stretch.start + len(stretch.text)
        else:
            said = [start for start in wanted.starts if stretch.text.startswith(start)]
            yield from ((stretch.start, stretch.start + len(each)) for each in said)
        return
    size = SIZE[stretch.kind]
    for place in range(len(stretch.text)):
        start = stretch.start + place
        if stretch.text[place : place + size] in wanted.whole:
            yield start, min(start + size, stretch.start + len(stretch.text))
        for begun in wanted.starts:
            if stretch.text.startswith(begun, place):
                yield start, start + len(begun)
    if wanted.by_sound and stretch.kind is Kind.PAIRS and len(stretch.text) <= 40:
        yield from _sounding(stretch, wanted)


def _sounding(stretch: Stretch, wanted: Wanted) -> Iterable[tuple[int, int]]:
    for run in HAN_RUN.finditer(stretch.text):
        syllables = pinyin_of(run.group())
        for place in range(len(syllables) - 1):
            one, other = syllables[place : place + 2]
            keys = {f"py_{one}{other}", f"in_{one[:1]}{other[:1]}"}
            is_begun = any(key.startswith(wanted.starts) for key in keys)
            if is_begun or not keys.isdisjoint(wanted.whole):
                start = stretch.start + run.start() + place
                yield start, start + 2


def passage(text: str, wanted: Wanted, language: str = "") -> list[Piece]:
    """Some words around the first thing found, or the beginning of the text."""
    plain = " ".join(normalize("NFC", text[:READ]).split())
    return cut(pieces_marked(plain, wanted, language), _room(plain))


def _room(text: str) -> int:
    """How many letters a passage has: half as many in scripts whose letters say more."""
    dense = len(DENSE.findall(text, 0, 400))
    return PASSAGE // 2 if 2 * dense > min(len(text), 400) else PASSAGE


def cut(found: Sequence[Piece], room: int) -> list[Piece]:
    """The pieces shortened to so many letters, the first find a third of the way in."""
    length = sum(len(text) for text, _hit in found)
    if length <= room:
        return list(found)
    before = 0
    for text, hit in found:
        if hit:
            break
        before += len(text)
    start = 0 if before == length else max(0, min(before - room // 3, length - room))
    return _between(found, _word_start(found, start), start + room)


def _word_start(found: Sequence[Piece], start: int) -> int:
    """A little further on, where a word begins, if there is a space near by."""
    text = "".join(each for each, _hit in found)
    space = text.find(" ", start, start + 20) if start else -1
    return space + 1 if space >= 0 else start


def _between(found: Sequence[Piece], start: int, end: int) -> list[Piece]:
    shown: list[Piece] = [(ELLIPSIS, False)] if start else []
    place = 0
    for text, hit in found:
        part = text[max(0, start - place) : max(0, end - place)]
        if part:
            shown.append((part, hit))
        place += len(text)
    return [*shown, (ELLIPSIS, False)] if end < place else shown
