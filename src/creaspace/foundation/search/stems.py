"""Word stems by Snowball, and the words one need not ask for. Pure."""

from functools import lru_cache

import Stemmer

SPOKEN = """
    ar arabic, hy armenian, eu basque, ca catalan, cs czech, da danish, nl dutch, en english,
    et estonian, fi finnish, fr french, de german, el greek, hi hindi, hu hungarian, id indonesian,
    ga irish, it italian, lt lithuanian, ne nepali, nb norwegian, no norwegian, pl polish,
    pt portuguese, ro romanian, ru russian, sr serbian, es spanish, sv swedish, ta tamil, tr turkish
"""
ALGORITHMS = dict(each.split() for each in SPOKEN.split(","))
SHORTEST_WORD, SHORTEST_STEM = 4, 3
SMALL = """
    a an and are as at by for from in is of on or the to with
    al con de del e el en la las los o para por su un una y
    amb d els i l les per
    au aux des du et le une pour dans
    das der die ein eine fur im und von zu
"""  # English, Spanish, Catalan, French and German, folded
SMALL_WORDS = frozenset(SMALL.split())


@lru_cache(maxsize=64)
def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(algorithm)


@lru_cache(maxsize=50_000)
def stems(word: str, language: str) -> frozenset[str]:
    """The stems of a folded word in a language; none where the word is its own stem."""
    base = language.partition("-")[0].lower()
    algorithm = ALGORITHMS.get(base)
    if algorithm is None or len(word) < SHORTEST_WORD or word[0].isdigit():
        return frozenset()
    found = {_stemmer(algorithm).stemWord(word)}
    if base == "es" and word.endswith("s") and word in found:
        found.add(word[:-1])  # Snowball leaves short plurals such as `artes` alone
    return frozenset(stem for stem in found if len(stem) >= SHORTEST_STEM) - {word}
