"""The one analyser: texts and names into tokens, questions into expressions. Pure.

Tokens of texts are folded words and their stems, pairs of neighbouring letters (Han, kana, Hangul)
or triples (Thai, Lao, Khmer, Burmese). What holds `_` is no word of any text: `py_` `in_` `ro_`
`ko_` are names as they are typed on a Latin keyboard, `t_` are tags.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from creaspace.foundation.search.expressions import Expression, Term, all_of, any_of
from creaspace.foundation.search.folding import fold
from creaspace.foundation.search.romanising import chain, keys_of, morae, readings
from creaspace.foundation.search.splitting import Kind, Stretch, plain_words, stretches
from creaspace.foundation.search.stems import SMALL_WORDS, stems

LONGEST_TOKEN = 60
LONGEST_TEXT = 100_000
SHORT_TEXT = 60  # letters: names of places and labels, the same for thousands of records
LONGEST_QUESTION = 300  # letters of a question that are read
MOST_PARTS = 16  # words of a question that are asked for
SHORTEST_STRANGE_STEM = 4  # in a language that is not the reader's
ALWAYS_STEMMED = ("en", "es")
INITIALS = re.compile("[a-hj-tw-z]{2,8}")
NOT_IN_TAG = re.compile(r"[^\w:/.-]")
SIZE = {Kind.PAIRS: 2, Kind.HANGUL: 2, Kind.TRIPLES: 3}


@dataclass(frozen=True)
class Query:
    """A question, ready for the index; `expression` is None when nothing in it can be looked for.

    `words` are the folded parts of the question, `shortened` says that not all of it was read.
    """

    words: tuple[str, ...] = ()
    expression: Expression | None = None
    shortened: bool = False


def tokens(text: str, language: str = "") -> frozenset[str]:
    """The tokens of a text in a language (BCP 47); without one there are no stems."""
    if len(text) <= SHORT_TEXT:
        return _remembered(text, language)
    return frozenset(_tokens(fold(text[:LONGEST_TEXT]), language))


@lru_cache(maxsize=10_000)
def _remembered(text: str, language: str) -> frozenset[str]:
    return frozenset(_tokens(fold(text), language))


def _tokens(folded: str, language: str) -> set[str]:
    if folded.isascii():
        return _with_stems(plain_words(folded), language)
    words: set[str] = set()
    found: set[str] = set()
    for stretch in stretches(folded):
        if stretch.kind is Kind.WORD:
            words.add(stretch.text)
        else:
            found.update(pieces(stretch))
    return found | _with_stems(words, language)


def _with_stems(words: Iterable[str], language: str) -> set[str]:
    once = {word[:LONGEST_TOKEN] for word in words}
    return once.union(*(stems(word, language) for word in once))


def tokens_of(stretch: Stretch, language: str) -> set[str]:
    if stretch.kind is Kind.WORD:
        return _with_stems([stretch.text], language)
    return set(pieces(stretch))


def pieces(stretch: Stretch) -> list[str]:
    """Every letter with the one or two behind it; fewer at the end, for questions of one letter."""
    size, text = SIZE[stretch.kind], stretch.text
    return [text[start : start + size] for start in range(len(text))]


def name_tokens(name: str, language: str = "") -> set[str]:
    """The tokens of a name, with those by which it is found on a Latin keyboard.

    A name in Latin letters often is in no language that anybody could tell; it gets the stems of
    the common ones.
    """
    found: set[str] = set()
    for stretch in stretches(fold(name)):
        found |= tokens_of(stretch, language)
        if not language and stretch.kind is Kind.WORD:
            found |= _common_stems(stretch.text[:LONGEST_TOKEN])
        found.update(keys_of(stretch.kind.value, stretch.text, language))
    return found


def tag_token(tag: str) -> str:
    """The token of a tag such as `country:ES`; upper and lower case are the same."""
    return f"t_{NOT_IN_TAG.sub('-', fold(tag))}"[:LONGEST_TOKEN]


@lru_cache(maxsize=512)
def query_of(words: str, language: str = "") -> Query:
    """What to ask the index for: all parts of the question, each in one of its forms."""
    asked = fold(_beginning(words))
    found = list(dict.fromkeys((each.kind, each.text) for each in stretches(asked)))
    parts = [Stretch(kind, text, 0) for kind, text in _telling(found)]
    shortened = len(words.strip()) > LONGEST_QUESTION or len(parts) > MOST_PARTS
    parts = parts[:MOST_PARTS]
    if not parts:
        return Query(shortened=shortened)
    expression = all_of(list(_groups(parts, language)))
    if len(parts) < len(found) <= MOST_PARTS:  # `xi an`: the article may have been a syllable
        expression = any_of([expression, *_pinyin([text for _kind, text in found])])
    return Query(tuple(part.text for part in parts), expression, shortened)


def _beginning(words: str) -> str:
    """As much of a long question as is read, without a word cut in two where there are spaces."""
    begun = words[:LONGEST_QUESTION]
    return begun if len(words) <= LONGEST_QUESTION else begun.rpartition(" ")[0] or begun


def _telling(found: Sequence[tuple[Kind, str]]) -> Sequence[tuple[Kind, str]]:
    """Without articles and the like, unless the question has nothing else."""
    telling = [part for part in found if part[1] not in SMALL_WORDS]
    return telling or found


def _groups(parts: Sequence[Stretch], language: str) -> Iterable[Expression]:
    """One expression for each part; words that read as pinyin side by side are one."""
    is_alone = len(parts) == 1
    spelled: list[Stretch] = []
    for part in parts:
        if part.kind is Kind.WORD and readings(part.text):
            spelled.append(part)
            continue
        yield from _spelled(spelled, language, is_alone=is_alone)
        spelled = []
        yield _part(part, language, is_alone=is_alone)
    yield from _spelled(spelled, language, is_alone=is_alone)


def _spelled(parts: list[Stretch], language: str, *, is_alone: bool) -> Iterable[Expression]:
    """Words that may be syllables: each in its forms, or all of them as one name in pinyin."""
    if not parts:
        return
    each = all_of([_part(part, language, is_alone=is_alone) for part in parts])
    together = [] if len(parts) == 1 else _pinyin([part.text for part in parts])
    yield any_of([each, *together])


def _part(part: Stretch, language: str, *, is_alone: bool) -> Expression:
    if part.kind is not Kind.WORD:
        return _pieces_asked(part)
    word = part.text[:LONGEST_TOKEN]
    forms: list[Expression] = [Term(word)]
    forms += [Term(stem) for stem in sorted(_stems_asked(word, language))]
    forms += _pinyin([word])
    if len(syllables := morae(word)) > 1:
        forms.append(_chained("ro", syllables))
    if len(word) > 2 and word.isascii() and word.isalpha():
        forms.append(Term(f"ko_{word}"))
    if is_alone and INITIALS.fullmatch(word):
        forms.append(_chained("in", list(word)))
    return any_of(forms)


def _pieces_asked(part: Stretch) -> Expression:
    size = SIZE[part.kind]
    if len(part.text) < size:
        return Term(part.text, prefix=True)
    return all_of([Term(piece) for piece in pieces(part) if len(piece) == size])


def _stems_asked(word: str, language: str) -> set[str]:
    """Stems in the reader's language; in the common ones too, where enough of the word is left."""
    return _common_stems(word) | stems(word, language)


def _common_stems(word: str) -> set[str]:
    found = {stem for language in ALWAYS_STEMMED for stem in stems(word, language)}
    return {stem for stem in found if len(stem) >= SHORTEST_STRANGE_STEM}


def _pinyin(words: Sequence[str]) -> list[Expression]:
    """The words as one run of syllables, in each way to read them; one syllable says too little."""
    together: list[tuple[str, ...]] = [()]
    for word in words:
        together = [(*before, *cut) for before in together for cut in readings(word)][:4]
    return [_chained("py", cut) for cut in together if len(cut) > 1]


def _chained(mark: str, parts: Sequence[str]) -> Expression:
    return all_of([Term(token) for token in chain(mark, list(parts))])
