"""Bringing the shipped countries, cities and country sets into the database."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils.text import slugify

from creaspace.foundation.places.models import (
    City,
    CityName,
    Country,
    CountrySet,
    CountrySetMember,
)
from creaspace.foundation.places.naming import name_key

DATA = Path(__file__).parent / "data"
SOURCE = "GeoNames"
COLUMNS = [
    "name",
    "names",
    "country_id",
    "latitude",
    "longitude",
    "population",
    "population_source",
    "time_zone",
]
BATCH = 2000


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@transaction.atomic
def load_countries() -> int:
    """Add the countries that are missing; returns how many."""
    known = set(Country.objects.values_list("code", flat=True))
    new = [Country(**row) for row in _rows("countries.csv") if row["code"] not in known]
    Country.objects.bulk_create(new)
    return len(new)


@transaction.atomic
def load_cities() -> int:
    """Bring the cities to what the files say, keeping their slugs; returns how many changed."""
    curated = json.loads((DATA / "city_names.json").read_text(encoding="utf-8"))
    known = {city.geonames_id: city for city in City.objects.all()}
    taken = {city.slug for city in known.values()}
    new, changed, aliases = [], [], {}
    for row in _rows("cities.csv"):
        values = _values(row, curated.get(row["geonames_id"], {}))
        number = int(row["geonames_id"])
        aliases[number] = row["aliases"].split("|")
        city = known.get(number)
        if city is None:
            new.append(City(slug=_free_slug(row, taken), geonames_id=number, **values))
        elif any(getattr(city, name) != values[name] for name in COLUMNS):
            for name, value in values.items():
                setattr(city, name, value)
            changed.append(city)
    City.objects.bulk_create(new, batch_size=BATCH)
    City.objects.bulk_update(changed, COLUMNS, batch_size=500)
    _write_names([*new, *changed], aliases)
    return len(new) + len(changed)


def _values(row: dict[str, str], curated: dict[str, str]) -> dict[str, Any]:
    tag, _colon, native = row["native"].partition(":")
    return {
        "name": row["name"],
        "names": {**({tag: native} if native else {}), **curated},
        "country_id": row["country"],
        "latitude": float(row["latitude"]),
        "longitude": float(row["longitude"]),
        "population": int(row["population"]),
        "population_source": SOURCE,
        "time_zone": row["time_zone"],
    }


def _free_slug(row: dict[str, str], taken: set[str]) -> str:
    slug = slugify(f"{row['name']} {row['country']}") or row["geonames_id"]
    if slug in taken:
        slug = f"{slug}-{row['geonames_id']}"
    taken.add(slug)
    return slug


def _write_names(cities: list[City], aliases: dict[int, list[str]]) -> None:
    CityName.objects.filter(city__in=[city for city in cities if city.pk]).delete()
    rows = []
    for city in cities:
        own = {name_key(name) for name in (city.name, *city.names.values())}
        others = set(aliases[city.geonames_id]) - own - {""}
        rows += [(city.pk, key, True) for key in sorted(own)]
        rows += [(city.pk, key, False) for key in sorted(others)]
    _insert_names(rows)


def _insert_names(rows: list[tuple[int, str, bool]]) -> None:
    """Written without a model for each of the 28 000 names, which would take most of the time."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(name) for name in ("city_id", "key", "is_own"))
    table = quote(CityName._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({columns}) VALUES (%s, %s, %s)",  # noqa: S608 -- our own names
            rows,
        )


@transaction.atomic
def load_country_sets() -> int:
    """Bring the shipped country sets to what their file says; returns how many changed."""
    rows = json.loads((DATA / "country_sets.json").read_text(encoding="utf-8"))
    return sum(_keep_country_set(row) for row in rows)


def _keep_country_set(row: dict[str, Any]) -> bool:
    texts = {name: row[name] for name in ("name", "label", "as_of", "note", "sources")}
    kept, made = CountrySet.objects.get_or_create(slug=row["slug"], defaults=texts)
    changed = [name for name, value in texts.items() if getattr(kept, name) != value]
    for name in changed:
        setattr(kept, name, texts[name])
    if changed:
        kept.save()
    wanted = {(code, "", side) for side, codes in row["sides"].items() for code in codes}
    wanted |= {(None, institution, "") for institution in row["institutions"]}
    standing = set(kept.members.values_list("country_id", "institution", "side"))
    if standing != wanted:
        _set_members(kept, wanted)
    return made or bool(changed) or standing != wanted


def _set_members(kept: CountrySet, wanted: set[tuple[str | None, str, str]]) -> None:
    kept.members.all().delete()
    CountrySetMember.objects.bulk_create(
        CountrySetMember(country_set=kept, country_id=code, institution=name, side=side)
        for code, name, side in sorted(wanted, key=str)
    )
