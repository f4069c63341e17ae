"""The atlas counts spaces by their part in a programme."""

import pytest

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.finding import Atlas
from creaspace.atlas.spaces.work import place_waiting
from creaspace.programme.programmes.services import keep_programme, set_participations
from tests.programme.programmes.factories import BY, make_concept, make_programme, make_space

pytestmark = pytest.mark.django_db


def counted() -> dict[str, int]:
    place_waiting()
    return Atlas(AtlasQuery()).tally().counts.get("programme_role", {})


def test_spaces_are_counted_by_their_part_in_a_programme() -> None:
    chosen = make_concept("programme-roles", "selected-participant")
    visited = make_concept("programme-roles", "study-visit-stop")
    programme = make_programme("exchange")
    one, other = make_space("one"), make_space("other")
    both = [{"space": one, "role": chosen}, {"space": one, "role": visited}]

    set_participations(
        programme=programme, participations=[*both, {"space": other, "role": visited}], by=BY
    )
    assert counted() == {"selected-participant": 1, "study-visit-stop": 2}

    set_participations(programme=programme, participations=both, by=BY)
    assert counted() == {"selected-participant": 1, "study-visit-stop": 1}
    found = Atlas(AtlasQuery(chosen={"programme_role": ("study-visit-stop",)}))
    assert found.keys(limit=10) == [one.pk]


def test_part_in_a_programme_nobody_may_see_counts_nowhere() -> None:
    role = make_concept("programme-roles", "selected-participant")
    programme = make_programme("exchange")
    row = {"space": make_space("one"), "role": role}
    set_participations(programme=programme, participations=[row], by=BY)

    keep_programme(slug="exchange", name=programme.name, published_at=None, by=BY)

    assert counted() == {}
