"""From the chosen value of each field to the column that repeats it. Pure: no database."""

from collections.abc import Callable, Mapping
from typing import Any

PLAIN = {
    "description": "description",
    "floor_area_m2": "floor_area_m2",
    "capacity_max": "capacity",
    "founded": "founded_on",
    "closed": "closed_on",
    "city": "city_name",
    "district": "district",
    "region": "region",
    "website": "website",
    "email": "email",
    "phone": "phone",
    "opening_hours": "opening_hours",
    "use_by_others": "use_by_others",
    "presence": "presence",
}
EMPTY = {"floor_area_m2": None, "capacity": None, "presence": "fixed"}


def columns_from(value_of: Callable[[str], Any]) -> dict[str, Any]:
    """Every plain column of a space, from a function that answers the chosen value of a field.

    A field nobody spoke of empties its column, so that withdrawing a statement shows.
    """
    columns = {
        column: EMPTY.get(column, "") if value_of(field) is None else value_of(field)
        for field, column in PLAIN.items()
    }
    return {**columns, **position_columns(value_of("position"))}


def position_columns(position: Mapping[str, Any] | None) -> dict[str, Any]:
    """Latitude, longitude (degrees, WGS 84) and how exactly the place is known."""
    position = position or {}
    return {
        "latitude": position.get("latitude"),
        "longitude": position.get("longitude"),
        "position_precision": position.get("precision", ""),
    }
