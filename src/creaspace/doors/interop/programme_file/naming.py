"""What the keys of a programme file say beside their name: years, currencies, bounds. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DATED = re.compile(rf"(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?\b((?:19|20)\d\d)$")
YEAR = re.compile(r"_((?:19|20)\d\d)$")
CURRENCY = re.compile(r"_(eur|usd|cny)(?=_|$)")
LOCAL_LANGUAGES = {"CN": "zh-Hans", "JP": "ja", "ES": "ca", "IN": "und", "FR": "fr"}
BOUNDS = {"_min": "at_least", "_max": "at_most"}
PRECISIONS = {"about": "about", "over": "over"}


@dataclass(frozen=True)
class Name:
    """A field as the atlas names it, and what its key told besides."""

    field: str
    year: str = ""
    precision: str = "exact"


def name_from(key: str, *, keep: frozenset[str] = frozenset()) -> Name:
    """`output_cny_2012` is the field `output` in 2012; `annual_investment_eur_min` a lower bound.

    Names in `keep` stand for themselves (`capacity_min` is a field of its own).
    """
    plain = key.removeprefix("size.").replace(".", "_")
    if plain in keep:
        return Name(plain)
    found = YEAR.search(plain)
    year = found.group(1) if found else ""
    plain = YEAR.sub("", plain)
    precision = next((BOUNDS[end] for end in BOUNDS if plain.endswith(end)), "exact")
    if precision != "exact":
        plain = plain[:-4]
    return Name(CURRENCY.sub("", plain), year, precision)


def date_in(title: str) -> str:
    """The date at the end of a source's title as a partial date; empty when there is none."""
    found = DATED.search(title)
    if found is None:
        return ""
    day, month, year = found.groups()
    if not month:
        return year
    number = MONTHS.index(month) + 1
    return f"{year}-{number:02}-{int(day):02}" if day else f"{year}-{number:02}"


def kind_of_source(title: str) -> str:
    """The kind of a source as its title tells it: own site, visit report, programme page, press."""
    low = title.casefold()
    if "own site" in low or "space profile" in low:
        return "space"
    if "report on" in low and "visit" in low:
        return "visit"
    if low.startswith(("ecn site", "asef")):
        return "programme"
    return "press"


def local_language(row: Mapping[str, Any]) -> str:
    """The language of a name in its own script, as far as country and script tell it."""
    name = row.get("local_name", "")
    if not name:
        return ""
    return LOCAL_LANGUAGES.get(row.get("country", ""), "und")


def script_language(name: str, guess: str) -> str:
    """The guess for a name that is not Latin; nothing to say for a Latin one."""
    return guess if any(ord(letter) >= 0x2E80 for letter in name) else ""
