"""Cutting a folded text into runs of one script, since each is searched in its own way. Pure."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """How a run is cut further: words stand apart, or letters follow each other without end."""

    WORD = "word"
    PAIRS = "pairs"
    HANGUL = "hangul"
    TRIPLES = "triples"


class Stretch(NamedTuple):
    """A stretch of one script in a text, from `start` on."""

    kind: Kind
    text: str
    start: int


HAN = "\u2e80-\u2fdf\u3005-\u3007\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
THAI, LAO = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59", "\u0e81-\u0edf"
KHMER, BURMESE = "\u1780-\u17d3\u17d7\u17dc\u17dd\u17e0-\u17e9", "\u1000-\u1049\u1050-\u109f"
# Letters that carry marks which are no letters themselves: accents, vowel signs of Indic scripts.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0981-\u0dff\u0f71-\u0f84"
)
APART = f"{HAN}{KANA}{HANGUL}{THAI}{LAO}{KHMER}{BURMESE}_"
STRETCH = re.compile(
    f"(?P<pairs>[{HAN}{KANA}]+)|(?P<hangul>[{HANGUL}]+)"
    f"|(?P<triples>[{THAI}]+|[{LAO}]+|[{KHMER}]+|[{BURMESE}]+)"
    f"|(?P<word>(?:(?![{APART}])[\\w{MARKS}])+)"
)
PLAIN_WORD = re.compile("[0-9a-z]+")
KINDS: dict[str | None, Kind] = {kind.value: kind for kind in Kind}


def plain_words(folded: str) -> list[str]:
    """All words of a text in plain Latin letters and figures."""
    return PLAIN_WORD.findall(folded)


def stretches(folded: str) -> Iterator[Stretch]:
    """Every stretch of letters or figures, in order."""
    if folded.isascii():
        for word in PLAIN_WORD.finditer(folded):
            yield Stretch(Kind.WORD, word.group(), word.start())
        return
    for found in STRETCH.finditer(folded):
        yield Stretch(KINDS[found.lastgroup], found.group(), found.start())
