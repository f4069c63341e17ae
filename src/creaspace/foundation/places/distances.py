"""Distances on the globe. Pure."""

from math import asin, cos, radians, sin, sqrt

MEAN_RADIUS_KM = 6371.0088


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two positions (latitude, longitude), by the haversine formula.

    Unit: kilometres. The Earth is taken as a sphere: up to 0.5 % off the true shape.
    """
    north, east = radians(one[0]), radians(one[1])
    north_too, east_too = radians(other[0]), radians(other[1])
    half = sin((north_too - north) / 2) ** 2
    half += cos(north) * cos(north_too) * sin((east_too - east) / 2) ** 2
    return 2 * MEAN_RADIUS_KM * asin(sqrt(min(1.0, half)))
