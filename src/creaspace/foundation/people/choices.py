"""Languages, scripts and time zones to choose from, in the reader's words."""

from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from creaspace.core.languages import bcp47, reader_language
from creaspace.foundation.people.names import SCRIPTS

# Official languages of the countries on both sides of ASEM, and those of the hosts' regions.
LANGUAGES = """
bg bn ca ca-valencia cs da de el en es et eu fi fil fr ga gl hi hr hu id is it ja kk km ko lo lt
lv mn ms mt my nb nl pl pt ro ru sk sl sv ta th tr uk ur vi zh-Hans zh-Hant
"""
OTHER_NAMES = {"ca-valencia": ("ca", {"en": "Valencian", "es": "valenciano", "zh": "瓦伦西亚语"})}


def reader_locale() -> Locale:
    return Locale.parse(reader_language(), sep="-")


def language_name(tag: str) -> str:
    """A language tag in the reader's words; the tag itself when nobody has words for it."""
    locale = reader_locale()
    if tag in OTHER_NAMES:
        return OTHER_NAMES[tag][1].get(locale.language, tag)
    try:
        return Locale.parse(tag, sep="-").get_display_name(locale) or tag
    except (LookupError, ValueError):
        return tag


def language_choices(also: list[str]) -> list[tuple[str, str]]:
    """By name; `also` are tags a person has that are not among the usual ones."""
    tags = list(dict.fromkeys([*LANGUAGES.split(), *map(bcp47, also)]))
    return sorted(((tag, language_name(tag)) for tag in tags), key=lambda pair: pair[1].casefold())


def script_choices() -> list[tuple[str, str]]:
    scripts = reader_locale().scripts
    found = {code: str(scripts.get(code, code)) for code in SCRIPTS.values()}
    return sorted(found.items(), key=lambda pair: pair[1].casefold())


def zone_choices() -> list[tuple[str, str]]:
    return list(_zones(reader_language()))


@lru_cache(maxsize=16)
def _zones(language: str) -> tuple[tuple[str, str], ...]:
    """Each zone once, by the name of its city in the reader's language."""
    locale = Locale.parse(language, sep="-")
    named: list[tuple[str, str]] = []
    for zone in get_global("zone_territories"):
        if zone.startswith("Etc/"):
            continue
        try:
            city = get_timezone_location(ZoneInfo(zone), locale=locale, return_city=True)
            place = get_timezone_location(ZoneInfo(zone), locale=locale)
        except (LookupError, ValueError):
            continue
        named.append((zone, place if city in place else f"{place} ({city})"))
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))
