"""Names of a place in the languages people look for it in. Pure but for what it is given."""

from functools import lru_cache
from typing import Any

from creaspace.core.cldr import territory_name
from creaspace.foundation.search.registry import Name

LANGUAGES = ("en", "es", "zh-Hans", "zh-Hant", "ja", "ko", "th", "vi")


def place_names(*, country: str | None, city: Any, city_name: str, language: str) -> list[Name]:
    """The country and the city in every language known, and the city as it was written."""
    names = [Name(city_name, language)] if city_name else []
    if city is not None:
        names += [Name(city.name, "en"), *(Name(text, tag) for tag, text in city.names.items())]
    if country:
        names += _country_names(country)
    return list(dict.fromkeys(names))


@lru_cache(maxsize=512)
def _country_names(country: str) -> tuple[Name, ...]:
    return tuple(Name(territory_name(country, tag), tag) for tag in LANGUAGES)
