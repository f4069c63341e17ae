"""The columns of a space repeat what was chosen among the statements, at once."""

import pytest
from django.core.exceptions import ValidationError

from creaspace.atlas.spaces.columns import columns_from
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.services import Alias, set_aliases
from creaspace.foundation.records.models import Act, ShortLink
from creaspace.foundation.statements.services import open_batch, undo_batch
from tests.atlas.spaces.factories import (
    BY,
    make_concept,
    make_country,
    make_source,
    make_space,
    say,
)

pytestmark = pytest.mark.django_db
PLACE = {"latitude": 35.467, "longitude": 139.618, "precision": "district"}


def test_recorded_values_stand_in_the_columns_at_once() -> None:
    make_country("JP")
    stage = make_concept("place-types", "stage")
    dance = make_concept("unctad-creative-industries", "arts/performing-arts")

    space = say(
        make_space(),
        city="Yokohama",
        country="JP",
        position=PLACE,
        floor_area_m2=56,
        founded="1987-11",
        kind="Stage",
        activities=["arts/performing_arts"],
    )

    assert (space.city_name, space.country_id, space.floor_area_m2) == ("Yokohama", "JP", 56)
    assert (space.latitude, space.longitude, space.position_mark) == (35.467, 139.618, "district")
    assert (space.founded_on, space.kind) == ("1987-11", stage)
    assert list(space.activities.all()) == [dance]
    assert space.changed_at is not None


def test_withdrawn_value_empties_its_column() -> None:
    space = say(make_space(), city="Yokohama", floor_area_m2=56)

    undo_batch(batch=open_batch(slug="tests", label="Tests", by=BY), by=BY)

    space.refresh_from_db()
    assert (space.city_name, space.floor_area_m2, space.presence) == ("", None, "fixed")


def test_column_follows_the_source_that_ranks_first() -> None:
    space = make_space()
    say(space, batch="press", source=make_source("daily"), founded="1988")

    say(space, batch="own", source=make_source("own", kind="space"), founded="1987")

    space.refresh_from_db()
    assert space.founded_on == "1987"


def test_space_without_any_statement_has_empty_columns() -> None:
    columns = columns_from(lambda _field: None)

    assert columns["floor_area_m2"] is None
    assert columns["presence"] == "fixed"
    assert columns["city_name"] == ""


def test_kind_the_vocabulary_lacks_leaves_the_column_empty() -> None:
    assert say(make_space(), kind="unheard of").kind is None


@pytest.mark.parametrize(
    "values",
    [
        {"floor_area_m2": -5},
        {"position": {"latitude": 95, "longitude": 0, "precision": "city"}},
        {"presence": "hovering"},
        {"website": "javascript:alert(1)"},
    ],
)
def test_impossible_value_is_refused_whole(values: dict[str, object]) -> None:
    space = make_space()

    with pytest.raises(ValidationError):
        say(space, **values)


def test_space_kept_again_notes_no_act() -> None:
    space = make_space("stage", name="Stage")
    before = Act.objects.count()

    make_space("stage", name="Stage")

    assert Act.objects.count() == before
    assert ShortLink.objects.about(space).get().name == "stage"
    assert Space.objects.get().published_at == space.published_at


def test_aliases_are_brought_to_exactly_the_given_ones() -> None:
    space = make_space()
    set_aliases(space=space, aliases=[Alias("一"), Alias("Two")])
    kept = list(space.aliases.values_list("pk", flat=True))

    set_aliases(space=space, aliases=[Alias("一"), Alias("Two")])
    same = list(space.aliases.values_list("pk", flat=True))
    set_aliases(space=space, aliases=[Alias("Two")])

    assert same == kept
    assert [alias.name for alias in space.aliases.all()] == ["Two"]
