"""Bringing the shipped countries, cities and country sets into the database."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from creaspace.foundation.places.models import City, Country, CountrySet, CountrySetMember

DATA = Path(__file__).parent / "data"


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
    """Add the cities that are missing; returns how many."""
    known = set(City.objects.values_list("geonames_id", flat=True))
    names = json.loads((DATA / "city_names.json").read_text(encoding="utf-8"))
    missing = [row for row in _rows("cities.csv") if int(row["geonames_id"]) not in known]
    taken = set(City.objects.values_list("slug", flat=True))
    City.objects.bulk_create([_city(row, names, taken) for row in missing], batch_size=500)
    return len(missing)


def _city(row: dict[str, str], names: dict[str, Any], taken: set[str]) -> City:
    slug = slugify(f"{row['name']} {row['country']}") or row["geonames_id"]
    if slug in taken:
        slug = f"{slug}-{row['geonames_id']}"
    taken.add(slug)
    return City(
        slug=slug,
        name=row["name"],
        names=names.get(row["geonames_id"], {}),
        country_id=row["country"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        population=int(row["population"]),
        time_zone=row["time_zone"],
        geonames_id=int(row["geonames_id"]),
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
