"""Comparing names of places however they are written. Pure."""

import re
import unicodedata

BETWEEN_WORDS = re.compile(r"[\W_]+")
IN_BRACKETS = re.compile(r"\s*[(（].*$")


def name_key(name: str) -> str:
    """`València`, `VALENCIA` and `valencia` become one key; marks are dropped from Latin only."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    letters = (_without_marks(letter) for letter in folded)
    return BETWEEN_WORDS.sub(" ", "".join(letters)).strip()


def _without_marks(letter: str) -> str:
    if not unicodedata.name(letter, "").startswith("LATIN"):
        return letter
    apart = unicodedata.normalize("NFD", letter)
    return "".join(part for part in apart if not unicodedata.combining(part))


def keys_of(name: str) -> list[str]:
    """The keys to look for, best first: the whole name, then without a remark in brackets."""
    keys = [name_key(name), name_key(IN_BRACKETS.sub("", name))]
    return [key for key in dict.fromkeys(keys) if key]
