"""What somebody is still typing: a question whose last word may be the beginning of one. Pure.

Only names are asked so; in texts, beginnings of words would find nearly everything.
"""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from creaspace.foundation.search.analysis import Query, query_of
from creaspace.foundation.search.expressions import Expression, Term, all_of, any_of
from creaspace.foundation.search.folding import fold
from creaspace.foundation.search.romanising import SYLLABLES, chain, morae, readings
from creaspace.foundation.search.splitting import Kind, stretches

SHORTEST = 2  # Latin letters; one of Chinese, Japanese or Korean says as much
LONGEST = 60
MARKS = frozenset({"py", "in", "ro", "ko"})  # tokens that are no words begin so, and `_` follows
BEGINNINGS = frozenset(each[:size] for each in SYLLABLES for size in range(1, len(each)))


def begun(words: str, language: str = "") -> Query:
    """The question, its last word whole or begun; nothing where it says too little."""
    asked = fold(words[:LONGEST])
    parts = list(stretches(asked))
    if not parts or (parts[-1].kind is Kind.WORD and len(asked.strip()) < SHORTEST):
        return Query()
    whole = query_of(asked, language)
    last = parts[-1]
    if last.kind is not Kind.WORD or not asked.endswith(last.text) or whole.expression is None:
        return whole
    before = query_of(asked[: last.start], language).expression
    ending = any_of(list(_begun(last.text)))
    either = all_of([before, ending]) if before else ending
    return Query(whole.words, any_of([whole.expression, either]))


def _begun(word: str) -> Iterator[Expression]:
    yield from _beginnings(word)
    if word.isascii() and word.isalpha() and len(word) >= SHORTEST:
        yield Term(f"ko_{word}", prefix=True)
        if word in SYLLABLES or word in BEGINNINGS:
            yield Term(f"py_{word}", prefix=True)
        yield from _begun_pinyin(word)
        yield from _begun_romaji(word)


def _beginnings(word: str) -> Iterator[Expression]:
    """Words that begin so; one that looks like the mark of other tokens is lengthened first."""
    yield Term(word, prefix=len(word) >= SHORTEST and word not in MARKS)
    if word in MARKS:
        yield from (Term(word + letter, prefix=True) for letter in ascii_lowercase)


def _begun_pinyin(word: str) -> Iterator[Expression]:
    """`shicuiwen` as shi, cui and wen or what begins so; cut short only where it must be."""
    for end in range(len(word), 1, -1):
        rest = word[end:]
        cuts = readings(word[:end]) if not rest or rest in BEGINNINGS else []
        if cuts:
            yield from _as_begun([(*cut, rest) if rest else cut for cut in cuts])
            return


def _as_begun(cuts: Sequence[Sequence[str]]) -> Iterator[Expression]:
    for cut in cuts:
        if len(cut) > 1:
            *pairs, last = chain("py", tuple(cut))
            yield all_of([*map(Term, pairs), Term(last, prefix=True)])


def _begun_romaji(word: str) -> Iterator[Expression]:
    """`supott` up to where it reads as Japanese."""
    for shorter in (word[:-1], word[:-2]):
        syllables = [] if morae(word) else morae(shorter)
        if len(syllables) > 1:
            yield all_of([Term(token) for token in chain("ro", syllables)])
            return
