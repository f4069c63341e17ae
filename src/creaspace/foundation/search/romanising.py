"""How names in Han, kana and Hangul are typed on a Latin keyboard. Pure.

Kanji names have no reading that can be worked out; there the declared Latin name serves.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

SMALL_TSU, LONG, NASAL = "っ", "ー", "ん"
ROWS = (
    ("", "あいうえお"),
    ("k", "かきくけこ"),
    ("g", "がぎぐげご"),
    ("s", "さしすせそ"),
    ("z", "ざじずぜぞ"),
    ("t", "たちつてと"),
    ("d", "だぢづでど"),
    ("n", "なにぬねの"),
    ("h", "はひふへほ"),
    ("b", "ばびぶべぼ"),
    ("p", "ぱぴぷぺぽ"),
    ("m", "まみむめも"),
    ("r", "らりるれろ"),
)
KANA = {kana: row + vowel for row, line in ROWS for kana, vowel in zip(line, "aiueo", strict=True)}
KANA |= {"や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "を": "o", "ん": "n", "ゔ": "vu"}
KANA |= {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu"}
SMALL = dict(zip("ゃゅょゎぁぃぅぇぉ", ["ya", "yu", "yo", "wa", *"aiueo"], strict=True))
MORA = re.compile(r"n(?![aiueoy])|(?:[kgnhbpmr]y|ch|sh|ts|[kgsztdnhbpmyrwfjv])?[aiueo]")
KANA_RUN = re.compile("[\u3041-\u3096\u30a1-\u30f6\u30fc]+")
HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")

STARTS = "g kk n d tt r m b pp s ss . j jj ch k t p h".replace(".", "").split(" ")
VOWEL_LETTERS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
VOWELS = VOWEL_LETTERS.split()
ENDS = ". k k k n n n t l k m l l l p l m p p t t ng t t k t p t".replace(".", "").split(" ")
HANGUL_FIRST, HANGUL_LAST = 0xAC00, 0xD7A3
LONGEST_SPAN = 4

# The syllables of Mandarin: each initial with the finals it takes.
FINALS = {
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un ue",
    "l": "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ue",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "ch": "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u ua uo ui uan un",
    "z": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "c": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "s": "a e i ai ao ou an en ang eng ong u uo ui uan un",
    "y": "a o e ao ou an ang i in ing ong u ue uan un",
    "w": "a o ai ei an en ang eng u",
    "": "a o e ai ei ao ou an en ang er",
}
SYLLABLES = frozenset(start + end for start, line in FINALS.items() for end in line.split())
LONGEST_SYLLABLE = max(map(len, SYLLABLES))
MOST_READINGS = 4


def pinyin_of(han: str) -> list[str]:
    """One syllable for each character, without tones; `ü` is typed as `u` here and in questions."""
    told: list[str] = _pypinyin().lazy_pinyin(han, errors=lambda rest: [""] * len(rest))
    return [syllable.replace("v", "u") for syllable in told]


@lru_cache(maxsize=1)
def _pypinyin() -> Any:
    import pypinyin  # noqa: PLC0415 -- its tables take a fifth of a second, only indexing needs them

    return pypinyin


def readings(word: str) -> list[tuple[str, ...]]:
    """The ways to cut a typed word into syllables of Mandarin: `xian` is xian, or xi an."""
    found: list[tuple[str, ...]] = []
    plain = word.replace("v", "u")
    _cut(plain, 0, _places_to_cut(plain), (), found)
    return found


def _places_to_cut(word: str) -> set[int]:
    """From where the rest of the word is syllables to its end; else cutting might never end."""
    good = {len(word)}
    for place in range(len(word) - 1, -1, -1):
        if any(end in good for end in _ends(word, place)):
            good.add(place)
    return good


def _ends(word: str, place: int) -> Iterator[int]:
    for end in range(min(place + LONGEST_SYLLABLE, len(word)), place, -1):
        if word[place:end] in SYLLABLES:
            yield end


def _cut(
    word: str, place: int, good: set[int], before: tuple[str, ...], found: list[tuple[str, ...]]
) -> None:
    if place == len(word):
        found.append(before)
        return
    for end in _ends(word, place):
        if end in good and len(found) < MOST_READINGS:
            _cut(word, end, good, (*before, word[place:end]), found)


def romaji_of(kana: str) -> str:
    """Hepburn, letter by letter; a long vowel keeps the form in which it is written."""
    told: list[str] = []
    for letter in _hiragana(kana):
        if letter in SMALL and told and told[-1]:
            told[-1] = _glide(told[-1], SMALL[letter])
        elif letter not in {SMALL_TSU, LONG}:
            told.append(KANA.get(letter, SMALL.get(letter, "")))
    return "".join(told)


def _hiragana(kana: str) -> str:
    return "".join(chr(ord(each) - 0x60) if "ァ" <= each <= "ヶ" else each for each in kana)


def _glide(before: str, small: str) -> str:
    """`ki` and `ya` make kya, `shi` and `ya` sha, `fu` and `a` fa, `te` and `i` ti."""
    start = before[:-1]
    if small[0] != "y":
        return (start or "w") + small
    return start + (small[1:] if start in {"sh", "ch", "j"} else small)


def morae(romaji: str) -> list[str]:
    """A Latin spelling of Japanese as short syllables, long vowels and doubled letters undone.

    Empty where the word cannot be Japanese. `gakkou`, `gakko` and `gakkō` become the same.
    """
    word = re.sub(r"([kgsztdhbpmrfj])\1+", r"\1", romaji.replace("tch", "ch"))
    found: list[str] = []
    place = 0
    while place < len(word):
        mora = MORA.match(word, place)
        if mora is None:
            return []
        if not _lengthens(mora.group(), found):
            found.append(mora.group())
        place = mora.end()
    return found


def _lengthens(mora: str, before: list[str]) -> bool:
    last = before[-1][-1] if before else ""
    return mora == last or (mora == "u" and last == "o")


def revised(hangul: str) -> str:
    """Revised Romanisation, syllable by syllable, without the changes between them."""
    return "".join(map(_syllable, hangul))


def _syllable(letter: str) -> str:
    place = ord(letter) - HANGUL_FIRST
    if not 0 <= place <= HANGUL_LAST - HANGUL_FIRST:
        return ""
    start, rest = divmod(place, len(VOWELS) * len(ENDS))
    vowel, end = divmod(rest, len(ENDS))
    return STARTS[start] + VOWELS[vowel] + ENDS[end]


def chain(mark: str, parts: list[str] | tuple[str, ...]) -> list[str]:
    """Each two neighbours as one token, marked so that no word of a text can be taken for it."""
    return [f"{mark}_{one}{other}" for one, other in pairwise(parts)]


def keys_of(kind: str, run: str, language: str) -> list[str]:
    """The tokens under which a stretch of a name is found by Latin letters."""
    if kind == "hangul":
        return _hangul_keys(run)
    if kind != "pairs":
        return []
    found = [key for kana in KANA_RUN.findall(run) for key in chain("ro", _said(kana))]
    if not found and language.partition("-")[0] not in {"ja", "ko"}:
        for han in HAN_RUN.findall(run):
            found += _han_keys(pinyin_of(han))
    return found


def _said(kana: str) -> list[str]:
    return morae(romaji_of(kana))


def _han_keys(syllables: list[str]) -> list[str]:
    if len(syllables) == 1:
        return [f"py_{syllables[0]}"]
    initials = [syllable[:1] for syllable in syllables]
    return [*chain("py", syllables), *chain("in", initials)]


def _hangul_keys(run: str) -> list[str]:
    """The whole word, and every part of two to four syllables."""
    spans = {run}
    for size in range(2, LONGEST_SPAN + 1):
        spans |= {run[start : start + size] for start in range(len(run) - size + 1)}
    return sorted(f"ko_{revised(span)}"[:60] for span in spans)
