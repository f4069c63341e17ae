"""Makers of countries, sets and cities; each says only what it is told."""

from itertools import count
from typing import Any

from creaspace.foundation.places.models import City, CityName, Country, CountrySet
from creaspace.foundation.places.naming import name_key

_numbers = count(1)


def make_country(code: str = "ES") -> Country:
    country, _made = Country.objects.get_or_create(code=code, defaults={"alpha3": f"{code}X"})
    return country


def make_country_set(slug: str = "partners", as_of: str = "2016", **values: Any) -> CountrySet:
    name = {"en": slug.title()}
    return CountrySet.objects.create(
        slug=slug, as_of=as_of, **{"name": name, "label": name, **values}
    )


def add_member(country_set: CountrySet, code: str, side: str = "", **values: Any) -> None:
    country_set.members.create(country=make_country(code), side=side, **values)


def make_city(
    name: str, country: str = "ES", *, spellings: tuple[str, ...] = (), **values: Any
) -> City:
    number = next(_numbers)
    given = {"latitude": 39.47, "longitude": -0.38, "population": 100_000, **values}
    city = City.objects.create(
        slug=f"city-{number}",
        name=name,
        country=make_country(country),
        time_zone=given.pop("time_zone", "Europe/Madrid"),
        geonames_id=number,
        **given,
    )
    for own in {name_key(each) for each in (name, *city.names.values())}:
        CityName.objects.create(city=city, key=own, is_own=True)
    for spelling in spellings:
        CityName.objects.create(city=city, key=name_key(spelling))
    return city
