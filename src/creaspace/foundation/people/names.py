"""Names of people: keys to find them by, the script they are in, and which form a reader can read.

Pure: no database, no settings.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from langcodes import Language
from langcodes.tag_parser import LanguageTagError

LATIN, HAN = "Latn", "Hani"
# Scripts as Unicode names its letters, with their ISO 15924 code.
SCRIPTS = {
    "LATIN": LATIN,
    "CJK": HAN,
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HANGUL": "Kore",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "MYANMAR": "Mymr",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "MONGOLIAN": "Mong",
}
# A reader of the script on the left reads names in those on the right too.
READS_TOO = {"Hans": {HAN}, "Hant": {HAN}, "Jpan": {HAN}, "Kore": {"Kore"}}


def tidy(text: str) -> str:
    """NFKC, and every run of white space one space: what a person sees and what is kept agree."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def key_of(name: str) -> str:
    """What makes two sign-in names the same: compatibility forms and upper case do not count."""
    return unicodedata.normalize("NFKC", tidy(name).casefold())


@lru_cache(maxsize=4096)  # a page asks it of every name it shows, again and again
def script_of(text: str) -> str:
    """The ISO 15924 code of the script most letters are in; empty when there is no letter known.

    One kana among Chinese characters makes a name Japanese; Latin letters in a Han name count less.
    """
    counts: dict[str, int] = {}
    for letter in filter(str.isalpha, text):
        first = unicodedata.name(letter, "").split(" ", 1)[0].split("-", 1)[0]
        if code := SCRIPTS.get(first):
            counts[code] = counts.get(code, 0) + 1
    if "Jpan" in counts:
        return "Jpan"
    return max(counts, key=lambda code: (counts[code], code != LATIN), default="")


def scripts_read_in(language: str) -> set[str]:
    """The scripts a reader of this language tag reads; every reader is taken to read their own."""
    try:
        script = Language.get(language.replace("_", "-")).maximize().script or LATIN
    except LanguageTagError:
        script = LATIN
    return {script} | READS_TOO.get(script, set())


def form_for(language: str, *, native: str, latin: str, script: str) -> tuple[str, str]:
    """The form of a name a reader of this language sees first, and the other one or nothing.

    A native name in a script the reader reads comes first; else the Latin form, when there is one.
    """
    if not (native and latin) or native == latin:
        return native or latin, ""
    known = script or script_of(native)
    return (native, latin) if known in scripts_read_in(language) else (latin, native)


@dataclass(frozen=True)
class Called:
    """What a place or body is called: the form its reader reads first, and the other one."""

    first: str
    other: str = ""
    first_language: str = ""  # BCP 47; empty where nobody said, or for the form in Latin letters
    other_language: str = ""
    is_own_first: bool = False

    def __str__(self) -> str:
        return self.first


def called_for(language: str, *, name: str, own: str, own_language: str = "") -> Called:
    """The own script first for those who read it, the Latin form under it; for others the reverse.

    A second name in Latin letters stays second: it is another language, not another script.
    """
    told = "" if own_language == "und" else own_language
    if not own or own == name:
        return Called(name)
    if script_of(own) in scripts_read_in(language) - {LATIN}:
        return Called(own, name, first_language=told, is_own_first=True)
    return Called(name, own, other_language=told)
