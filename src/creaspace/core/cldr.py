"""Words that the world's locale data already knows: names of countries, months, numbers."""

from functools import lru_cache

from babel import Locale
from babel.core import UnknownLocaleError

from creaspace.core.languages import reader_language

# Day before month, as read on both continents; the formats of `core.formats.en` say the same.
ENGLISH = "en-GB"


@lru_cache(maxsize=256)
def locale_of(tag: str) -> Locale:
    """The locale of a BCP 47 tag, or English when nobody has described that language."""
    try:
        return Locale.parse(ENGLISH if tag == "en" else tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(ENGLISH, sep="-")


def reader_locale() -> Locale:
    return locale_of(reader_language())


def territory_name(code: str, tag: str = "") -> str:
    """A country or territory in a language; an unknown code stays as it is."""
    locale = locale_of(tag) if tag else reader_locale()
    return str(locale.territories.get(code.upper(), code))
