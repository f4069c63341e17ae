"""One form for every way to write the same word. Pure: no Django.

NFKC and case folding for all scripts; accents are dropped from Latin letters only (in Vietnamese
too), Traditional and Japanese forms of Chinese characters become Simplified ones, and what cannot
be seen or may be left out (joiners, vowel points, the Arabic tatweel) goes.
"""

import re
import unicodedata
from functools import lru_cache

import opencc

HAN_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2A6E0))
LEFT_OUT = (
    *((0x00AD, 0x00AE), (0x0591, 0x05C8), (0x0640, 0x0641), (0x064B, 0x0660), (0x0670, 0x0671)),
    *((0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x2065), (0xFE00, 0xFE10), (0xFEFF, 0xFF00)),
)
ALONE = dict(zip("đðħıłŋøŧəŀʼ", "ddhilnotel'", strict=True))
LATIN_LETTERS = ALONE | {"æ": "ae", "œ": "oe", "þ": "th"}
ACCENTED = re.compile("[\u00c0-\u024f\u0259\u02bc\u0300-\u036f\u1e00-\u1eff]+")


def fold(text: str) -> str:
    """The form in which texts and questions are compared."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold()
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKC", plain).translate(_letters())
    return ACCENTED.sub(_without_accents, plain)


def _without_accents(found: re.Match[str]) -> str:
    parts = unicodedata.normalize("NFD", found.group())
    return "".join(LATIN_LETTERS.get(each, each) for each in parts if not _is_accent(each))


def _is_accent(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


@lru_cache(maxsize=1)
def _letters() -> dict[int, int | None]:
    """What becomes of single letters; OpenCC knows the forms of Chinese characters."""
    letters: dict[int, int | None] = {
        code: None for first, end in LEFT_OUT for code in range(first, end)
    }
    han = [chr(code) for first, end in HAN_BLOCKS for code in range(first, end)]
    for letter, simple in zip(han, _simplified(han), strict=True):
        if letter != simple:
            letters[ord(letter)] = ord(simple)
    return letters


def _simplified(han: list[str]) -> list[str]:
    """Letter by letter, without regard to words, so that two texts meet wherever they are cut."""
    to_simplified, to_traditional = opencc.OpenCC("t2s"), opencc.OpenCC("jp2t")
    simple = to_simplified.convert("\n".join(han)).split("\n")
    from_japan = to_simplified.convert(to_traditional.convert("\n".join(simple))).split("\n")
    return [
        changed if _is_japanese_form(plain) and len(changed) == 1 else plain
        for plain, changed in zip(simple, from_japan, strict=True)
    ]


def _is_japanese_form(letter: str) -> bool:
    """A Japanese form that Simplified Chinese does not use for something else (`沪` is Shanghai).

    `芸` is one of those, but for once the art of `芸術` weighs more than the herb.
    """
    return letter == "芸" or not _in_gb2312(letter)


def _in_gb2312(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
