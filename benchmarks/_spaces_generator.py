"""Spaces by the hundred thousand, the same ones every time, as hard on an index as real ones.

python -m benchmarks._generate COUNT [--unindexed]

Names in six scripts, words with Zipf's frequencies, people crowded into few cities (Pareto), facts
as statements of one source. They go into the database of the settings, which should be empty.
"""

import itertools
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from django.core.management import call_command
from django.db import connection, transaction

from benchmarks._spaces_words import Chance
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.morton import code_of
from creaspace.atlas.spaces.scoring import score_of
from creaspace.atlas.spaces.work import rebuild
from creaspace.core.bulk import insert_rows, new_keys
from creaspace.core.viewer import System
from creaspace.foundation.places.models import City
from creaspace.foundation.statements.models import Batch, Source, Statement
from creaspace.foundation.statements.services import add_source, open_batch
from creaspace.foundation.vocabularies.models import Concept, Scheme

BATCH = 1_000
COLUMNS = [field.attname for field in Space._meta.concrete_fields]
SAID = ("subject_key", "field", "value", "basis")  # what differs between generated statements
BEGAN = datetime(2016, 6, 1, tzinfo=UTC)
DAYS = 3_800
KINDS = (
    *("art-gallery", "studio", "theatre", "library", "workshop", "coworking", "festival"),
    *("museum", "school"),
)
FORMALITIES = ("formal", "informal", "formalised-from-informal")
USES = ("factory", "warehouse", "school", "market", "port", "office", "temple", "barracks")
ACTIVITIES = (
    *("arts", "arts/visual-arts", "arts/performing-arts", "media", "media/audiovisuals"),
    *("heritage", "functional-creations", "functional-creations/design"),
)


def cities_by_size(chance: Chance) -> tuple[list[City], list[float]]:
    """All cities in an order of their own, the first the most crowded."""
    cities = list(City.objects.order_by("-population", "pk")[:2_000])
    chance.lot.shuffle(cities)
    weights = itertools.accumulate(1 / rank**1.1 for rank in range(1, len(cities) + 1))
    return cities, list(weights)


def spaces(count: int, chance: Chance, kinds: Sequence[Concept]) -> Iterator[Space]:
    lot = chance.lot
    cities, weights = cities_by_size(chance)
    for number in range(count):
        (city,) = lot.choices(cities, cum_weights=weights)
        name, own, language = chance.name()
        exact = lot.choices(["building", "district", "city", ""], [5, 3, 1, 1])[0]
        yield Space(
            slug=f"generated-{number}",
            name=name[:200],
            local_name=own,
            local_language=language,
            description=chance.told(language) if lot.random() < 0.8 else "",
            source_language="zh-Hans" if language == "zh-Hans" else "en",
            kind=lot.choices([*kinds, None], [8, 7, 6, 5, 4, 3, 2, 2, 1, 4])[0],
            presence="itinerant" if lot.random() < 0.04 else "fixed",
            founded_on=str(lot.randrange(1900, 2026)) if lot.random() < 0.5 else "",
            country_id=city.country_id,
            city=city,
            city_name=city.name,
            longitude=_near(lot, city.longitude, 180) if exact not in {"", "city"} else None,
            latitude=_near(lot, city.latitude, 85) if exact not in {"", "city"} else None,
            position_precision="" if exact == "city" else exact,
            use_by_others="By the hour." if lot.random() < 0.15 else "",
            published_at=BEGAN,
            changed_at=BEGAN + timedelta(days=lot.randrange(DAYS)),
        )


def _near(lot: random.Random, degrees: float, most: float) -> float:
    return round(max(-most, min(most, degrees + lot.gauss(0, 0.06))), 6)


def generate(count: int, *, with_words: bool = True) -> None:
    call_command("load_reference", verbosity=0)
    chance = Chance.begin()
    kinds = [_concept("place-types", notation) for notation in KINDS]
    activities = [_concept("unctad-creative-industries", notation) for notation in ACTIVITIES]
    source, batch = _source()
    made = spaces(count, chance, kinds)
    while part := list(itertools.islice(made, BATCH)):
        _measure(part)
        with transaction.atomic():
            _insert(part)
            _activities(part, activities, chance)
            _statements(part, source, batch, chance)
    _say("spaces and statements")
    rebuild()
    _say("atlas")
    if with_words:
        call_command("rebuild_search", "spaces.space", verbosity=0)
        _say("index of words")
    call_command("migrate", verbosity=0)
    _analyse()


def _concept(scheme: str, notation: str) -> Concept:
    known = Concept.objects.of(scheme).current().filter(notation=notation).first()
    if known:
        return known
    home = Scheme.objects.current().get(slug=scheme)
    return Concept.objects.create(scheme=home, notation=notation, labels={"en": notation})


def _source() -> tuple[Source, Batch]:
    batch = open_batch(slug="generated", label="Generated", by=System("bench"))
    return add_source(slug="generated", kind="register", title="Generated spaces"), batch


def _measure(part: list[Space]) -> None:
    for space in part:
        position = space.atlas_position
        space.code = code_of(*position) if position else None
        space.score = score_of(space.__dict__.get, activities=1)


def _insert(part: list[Space]) -> None:
    for space, key in zip(part, new_keys(Space, len(part)), strict=True):
        space.pk = key
    rows = ([space.__dict__[name] for name in COLUMNS] for space in part)
    insert_rows(Space, COLUMNS, rows)


def _activities(part: list[Space], concepts: list[Concept], chance: Chance) -> None:
    through = Space.activities.through
    rows = [
        (space.pk, concept.pk)
        for space in part
        for concept in chance.lot.sample(concepts, chance.lot.randrange(3))
    ]
    insert_rows(through, ("space_id", "concept_id"), rows)


def _statements(part: list[Space], source: Source, batch: Batch, chance: Chance) -> None:
    lot = chance.lot
    told: list[tuple[str, str, str, str]] = []
    for space in part:
        values = {
            "former_use": lot.choice(USES) if lot.random() < 0.5 else "",
            "formality": lot.choice(FORMALITIES) if lot.random() < 0.7 else "",
            "founded": space.founded_on,
        }
        told += [
            (str(space.pk), name, value, "stated" if lot.random() < 0.05 else "read")
            for name, value in values.items()
            if value
        ]
    same = Statement(subject_label="spaces.space", source=source, batch=batch, recorded_at=BEGAN)
    columns = [field.attname for field in Statement._meta.concrete_fields if field.attname != "id"]
    kept = [name for name in columns if name not in SAID]
    rest = [getattr(same, name) for name in kept]
    insert_rows(Statement, (*SAID, *kept), ((*said, *rest) for said in told))


def _analyse() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


_started = time.monotonic()


def _say(what: str) -> None:
    sys.stdout.write(f"{time.monotonic() - _started:8.1f} s  {what}\n")
    sys.stdout.flush()
