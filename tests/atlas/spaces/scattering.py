"""A small atlas by chance: spaces here and there, and what is expected of it counted by hand."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.morton import code_of
from creaspace.atlas.spaces.work import place
from tests.atlas.spaces.factories import make_concept, make_country

COUNTRIES = ("ES", "JP", "CN", "FJ")
KINDS = ("stage", "studio", "library")
CENTRES = ((-0.3763, 39.4699), (139.618, 35.467), (102.83, 25.04), (179.95, -17.0), (-179.9, -17.2))
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def scatter(count: int, seed: int = 7) -> list[Space]:
    """So many public spaces around five places, the last two on either side of the date line."""
    chance = random.Random(seed)
    for code in COUNTRIES:
        make_country(code)
    kinds = [make_concept("place-types", kind) for kind in KINDS]
    spaces = [_space(chance, kinds, number) for number in range(count)]
    Space.objects.bulk_create(spaces)
    place(space.pk for space in spaces)
    return spaces


def _space(chance: random.Random, kinds: list[Any], number: int) -> Space:
    longitude, latitude = chance.choice(CENTRES)
    longitude += chance.gauss(0, 0.1)
    longitude = round((longitude + 180) % 360 - 180, 6)
    latitude = round(latitude + chance.gauss(0, 0.1), 6)
    has_place = chance.random() < 0.9
    return Space(
        slug=f"space-{number}",
        name=f"{chance.choice('ABCDE')} space {number}",
        country_id=chance.choice(COUNTRIES),
        kind=chance.choice([*kinds, None]),
        longitude=longitude if has_place else None,
        latitude=latitude if has_place else None,
        position_precision=chance.choice(["building", "district"]) if has_place else "",
        presence=chance.choice(["fixed", "fixed", "itinerant"]),
        use_by_others=chance.choice(["", "By the hour."]),
        score=chance.randrange(1000),
        code=code_of(longitude, latitude) if has_place else None,
        published_at=BEGAN,
        changed_at=BEGAN + timedelta(minutes=chance.randrange(1000)),
    )


def those(spaces: list[Space], fits: Callable[[Space], Any]) -> set[int]:
    return {space.pk for space in spaces if fits(space)}
