"""The atlas follows every write, and made anew it is the same."""

import random
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from creaspace.atlas.spaces import work
from creaspace.atlas.spaces.models import (
    Cell,
    Edition,
    Space,
    Spot,
    TraitName,
    TraitSet,
    TraitSetMember,
    Waiting,
)
from creaspace.atlas.spaces.morton import code_of
from creaspace.atlas.spaces.services import (
    hide_space,
    keep_space,
    remove_space,
    show_space_again,
)
from creaspace.atlas.spaces.traits import EVERY, Trait
from creaspace.atlas.spaces.work import place_waiting, rebuild
from tests.atlas.spaces.factories import (
    BY,
    make_concept,
    make_country,
    make_source,
    make_space,
    say,
)
from tests.foundation.places.factories import make_city

VALENCIA = {"latitude": 39.4699, "longitude": -0.3763, "precision": "building"}
YOKOHAMA = {"latitude": 35.467, "longitude": 139.618, "precision": "district"}


def total(facet: str = "", value: str = "", level: int = 0) -> int:
    trait = Trait(facet, value).number if facet else EVERY
    return sum(Cell.objects.filter(level=level, trait=trait).values_list("count", flat=True))


def traits_of(slug: str) -> set[str]:
    spot = Spot.objects.get(space__slug=slug)
    return set(TraitSet.objects.get(pk=spot.trait_set).traits.splitlines())


def picture() -> dict[str, Any]:
    """All that the atlas keeps, but for how often it changed."""
    kept = (Spot, Cell, TraitName, TraitSet, TraitSetMember)
    return {model.__name__: sorted(model.objects.values_list()) for model in kept}


@pytest.mark.django_db
def test_space_is_counted_by_what_is_said_of_it() -> None:
    make_country("JP")
    make_concept("place-types", "stage")
    make_concept("former-use", "factory", en="Factory")
    make_concept("formality", "formal")
    make_concept("unctad-creative-industries", "arts/dance")

    say(
        make_space("stage", name="Stage"),
        country="JP",
        kind="stage",
        position=YOKOHAMA,
        activities=["arts/dance"],
        former_use="an old tobacco factory",
        formality="formal",
        use_by_others="By the hour.",
    )
    place_waiting()

    assert traits_of("stage") == {
        *("activity=arts", "activity=arts/dance", "country=JP", "exactness=district"),
        *("former_use=factory", "formality=formal", "kind=stage", "usable=1"),
    }
    spot = Spot.objects.get()
    space = Space.objects.get()
    assert (spot.longitude_e6, spot.latitude_e6, spot.mark) == (139618000, 35467000, "district")
    assert spot.code == space.code == code_of(139.618, 35.467)
    assert spot.score == space.score > 0
    assert total("kind", "stage", 13) == total("country", "JP", 10) == total() == 1
    assert total("country", "JP", 11) == 0


@pytest.mark.django_db
def test_space_of_which_nothing_is_said_is_counted_as_not_stated() -> None:
    make_space("stage")
    place_waiting()

    blank = {"kind=-", "former_use=-", "formality=-", "exactness=-"}
    assert traits_of("stage") == blank
    assert (total(), total(level=3)) == (1, 0)


@pytest.mark.django_db
def test_space_without_a_position_stands_where_its_city_does() -> None:
    make_city("Yokohama", "JP")
    say(make_space("stage"), city="Yokohama", country="JP")
    place_waiting()

    assert Spot.objects.get().mark == "city"
    assert "exactness=city" in traits_of("stage")
    assert total(level=3) == 1


@pytest.mark.django_db
def test_sources_that_disagree_and_the_space_itself_are_counted() -> None:
    space = make_space("stage", presence="itinerant")
    say(space, batch="one", source=make_source("daily"), founded="1987", presence="itinerant")
    say(space, batch="two", source=make_source("weekly"), founded="1988")
    place_waiting()

    assert {"disagree=1", "exactness=moves"} <= traits_of("stage")
    assert Spot.objects.get().mark == "moves"


@pytest.mark.django_db
def test_space_that_no_longer_shows_leaves_every_count() -> None:
    make_country("ES")
    space = say(make_space("stage"), country="ES", position=VALENCIA)
    draft = say(make_space("draft", published_at=None), batch="b", country="ES")
    place_waiting()
    before = picture()

    hide_space(space=space, because="Asked.", by=BY)
    place_waiting()

    assert Spot.objects.count() == Cell.objects.count() == 0
    show_space_again(space=space, by=BY)
    place_waiting()
    assert picture() == before
    remove_space(space=space, because="Asked.", by=BY)
    place_waiting()
    assert (Spot.objects.count(), Cell.objects.count()) == (0, 0)
    keep_space(slug="draft", name="Draft", published_at=draft.changed_at, by=BY)
    place_waiting()
    assert total("country", "ES") == 1


@pytest.mark.django_db
def test_moved_space_leaves_its_old_cells() -> None:
    space = say(make_space("stage"), position=VALENCIA)
    place_waiting()

    say(space, position=YOKOHAMA)
    place_waiting()

    cells = Cell.objects.filter(level=13, trait=EVERY)
    assert [(cell.count, cell.keys, cell.longitude_e6) for cell in cells] == [
        (1, space.pk, 139618000)
    ]


@pytest.mark.django_db
def test_deleted_space_is_swept_out_by_rebuilding() -> None:
    make_space("stage")
    place_waiting()
    Space.objects.all().delete()

    call_command("rebuild_atlas", stdout=(said := StringIO()))

    assert said.getvalue() == "0 spaces show in the atlas.\n"
    assert picture() == {name: [] for name in picture()}


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_rebuilt_atlas_equals_the_one_that_followed_every_write(seed: int) -> None:
    chance = random.Random(seed)
    for code in ("ES", "JP"):
        make_country(code)
    for kind in ("stage", "studio"):
        make_concept("place-types", kind)
    spaces = [make_space(f"space-{number}") for number in range(6)]

    for number in range(40):
        _write_something(chance, chance.choice(spaces), number)
        if chance.random() < 0.5:
            place_waiting()
    place_waiting()
    followed = picture()
    rebuild()

    anew = picture()
    assert anew["Spot"] == followed["Spot"]
    assert anew["Cell"] == followed["Cell"]
    assert set(anew["TraitSet"]) <= set(followed["TraitSet"])
    Spot.objects.all().delete()
    Cell.objects.all().delete()
    rebuild()
    assert picture() == anew


def _write_something(chance: random.Random, space: Space, number: int) -> None:
    turn = chance.randrange(5)
    space.refresh_from_db()
    if turn == 0:
        hide_space(space=space, because="Asked.", by=BY)
    elif turn == 1:
        show_space_again(space=space, by=BY)
    elif turn == 2:
        keep_space(slug=space.slug, name=f"Name {number}", by=BY)
    else:
        position = {
            "latitude": round(chance.uniform(-89, 89), 6),
            "longitude": round(chance.uniform(-180, 180), 6),
            "precision": chance.choice(["building", "district", "city"]),
        }
        values: dict[str, Any] = {
            "country": chance.choice(["ES", "JP"]),
            "kind": chance.choice(["stage", "studio"]),
            "position": position,
        }
        kept = chance.sample(sorted(values), chance.randrange(1, 4))
        say(space, batch=space.slug, **{name: values[name] for name in kept})


@pytest.mark.django_db
def test_first_filling_counts_what_is_written_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "REBUILT", 2)
    spaces = [say(make_space(f"space-{n}"), batch=f"b{n}", position=VALENCIA) for n in range(5)]
    Waiting.objects.all().delete()

    def write(passed: int) -> None:
        if passed == 2 and Spot.objects.count() == 2:
            say(spaces[0], batch="moved", position=YOKOHAMA)
            hide_space(space=spaces[1], because="Asked.", by=BY)
            place_waiting()
            assert Cell.objects.count() == 0

    rebuild(step=write)

    followed = picture()
    assert (total(), total(level=13), total("exactness", "district", 10)) == (4, 4, 1)
    Cell.objects.all().delete()
    rebuild()
    assert picture() == followed


@pytest.mark.django_db
def test_rebuilding_mends_what_went_wrong() -> None:
    say(make_space("stage"), position=VALENCIA)
    place_waiting()
    right = picture()
    Cell.objects.filter(level=5).update(count=7)
    Cell.objects.filter(level=6).delete()

    rebuild()

    assert picture() == right


@pytest.mark.django_db(transaction=True)
def test_atlas_follows_within_the_request_that_writes() -> None:
    make_space("stage")

    assert Waiting.objects.count() == 0
    assert total() == 1
    edition = Edition.objects.get().number
    keep_space(slug="stage", name="Another name", by=BY)
    assert Edition.objects.get().number == edition + 1


@pytest.mark.django_db(transaction=True)
def test_write_that_is_taken_back_leaves_no_trace() -> None:
    with transaction.atomic():
        make_space("stage")
        transaction.set_rollback(True)

    assert (Waiting.objects.count(), Spot.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_writers_at_once_lose_no_count() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- used here alone

    spaces = [make_space(f"space-{number}") for number in range(4)]
    source = make_source()

    def write(turn: int) -> None:
        try:
            for number in range(8):
                space = spaces[(turn + number) % 4]
                place = {**VALENCIA, "longitude": round(turn + number / 10, 1)}
                say(
                    Space.objects.get(pk=space.pk),
                    batch=f"b{turn}",
                    source=source,
                    position=place,
                )
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(write, [0, 1]))

    place_waiting()
    followed = picture()["Cell"]
    rebuild()
    assert picture()["Cell"] == followed
    assert total() == 4


@pytest.mark.django_db
def test_indexes_that_no_model_names_are_there() -> None:
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, Spot._meta.db_table)

    wanted = {"code", "kind_code", "score", "kind_score", "country_score", "name", "new"}
    assert {f"spot_{name}" for name in wanted | {"part_a", "part_b", "part_c"}} <= set(known)
