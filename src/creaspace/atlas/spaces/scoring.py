"""How high a space stands in a list when nothing else decides. Pure: no database.

A score has 1,000 points. Up to 700 are for what is known of the space, weighted by what readers
look for first; up to 300 are for how recently the record changed: one point and a half for each
month since January 2010. Freshness is counted from a fixed month and not from today, so that a
score stays true while nobody writes, and scores of different days can be compared.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

MOST = 1000
POINTS = {  # column of a space: points when it says something; 700 in all
    "description": 130,
    "country_id": 40,
    "city_name": 40,
    "kind_id": 70,
    "local_name": 20,
    "founded_on": 40,
    "floor_area_m2": 50,
    "capacity": 30,
    "website": 50,
    "opening_hours": 60,
    "use_by_others": 50,
}
EXACTNESS = {"building": 80, "district": 50, "city": 20}
MOVES = 50  # a space that moves cannot be known to a building
ACTIVITY = 40
FRESH_FROM_YEAR = 2010
FRESH_MOST = 300
FRESH_PER_MONTH = 1.5


def completeness(value_of: Callable[[str], Any], *, activities: int) -> int:
    """Points for what is known, 0 to 700."""
    points = sum(worth for name, worth in POINTS.items() if value_of(name))
    exact = EXACTNESS.get(value_of("position_precision") or "", 0)
    if value_of("presence") == "itinerant":
        exact = max(exact, MOVES)
    return points + exact + (ACTIVITY if activities else 0)


def freshness(changed_at: datetime | None) -> int:
    """Points for a recent change, 0 to 300; a record nobody ever changed has none."""
    if changed_at is None:
        return 0
    months = (changed_at.year - FRESH_FROM_YEAR) * 12 + changed_at.month - 1
    return max(0, min(FRESH_MOST, int(months * FRESH_PER_MONTH)))


def score_of(value_of: Callable[[str], Any], *, activities: int) -> int:
    """0 to 1000, from a function that answers the value of a column of a space."""
    fresh = freshness(value_of("changed_at"))
    return min(MOST, completeness(value_of, activities=activities) + fresh)
