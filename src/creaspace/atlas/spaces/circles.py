"""Boxes around circles on the globe. Pure."""

from math import cos, radians

from creaspace.atlas.spaces.morton import Box

HALF_WAY_ROUND_KM = 20_040.0
DEGREE_KM = 110.5  # of latitude where it is shortest, at the equator


def box_around(latitude: float, longitude: float, km: float) -> Box:
    """A box that holds the circle; around a pole, everything north or south of it.

    Unit: degrees and kilometres. A hundredth is added for the rounding of the Earth.
    """
    tall = km / DEGREE_KM * 1.01
    south, north = max(-90.0, latitude - tall), min(90.0, latitude + tall)
    narrowest = cos(radians(max(abs(south), abs(north))))
    wide = tall / narrowest if narrowest > 1e-6 else 360.0
    if wide >= 180:
        return Box(-180, south, 180, north)
    return Box(_round(longitude - wide), south, _round(longitude + wide), north)


def _round(longitude: float) -> float:
    return (longitude + 180) % 360 - 180
