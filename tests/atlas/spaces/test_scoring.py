"""How high a space stands when nothing else decides."""

from datetime import UTC, datetime
from typing import Any

import pytest

from creaspace.atlas.spaces.scoring import (
    ACTIVITY,
    EXACTNESS,
    FRESH_MOST,
    MOST,
    POINTS,
    completeness,
    freshness,
    score_of,
)

FULL: dict[str, Any] = {**dict.fromkeys(POINTS, "known"), "position_precision": "building"}


def test_points_make_seven_hundred() -> None:
    assert sum(POINTS.values()) + max(EXACTNESS.values()) + ACTIVITY == MOST - FRESH_MOST
    assert completeness(FULL.get, activities=2) == 700


def test_nothing_known_is_nothing() -> None:
    assert score_of({}.get, activities=0) == 0


def test_space_that_moves_counts_like_a_district_even_without_a_position() -> None:
    assert completeness({"presence": "itinerant"}.get, activities=0) == 50
    moving = {"presence": "itinerant", "position_precision": "building"}
    assert completeness(moving.get, activities=0) == 80


@pytest.mark.parametrize(
    ("moment", "points"),
    [
        (datetime(2009, 12, 31, tzinfo=UTC), 0),
        (datetime(2010, 1, 31, tzinfo=UTC), 0),
        (datetime(2010, 3, 1, tzinfo=UTC), 3),
        (datetime(2016, 7, 1, tzinfo=UTC), 117),
        (datetime(2099, 1, 1, tzinfo=UTC), 300),
        (None, 0),
    ],
)
def test_freshness_grows_by_the_month(moment: datetime | None, points: int) -> None:
    assert freshness(moment) == points


def test_whole_and_fresh_record_has_a_thousand_points() -> None:
    fresh = {**FULL, "changed_at": datetime(2050, 1, 1, tzinfo=UTC)}

    assert score_of(fresh.get, activities=1) == 1000
