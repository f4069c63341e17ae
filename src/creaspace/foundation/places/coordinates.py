"""Coordinate systems in use in China, and positions that say how exact they are. Pure.

GCJ-02 shifts every position in mainland China by some hundred metres; BD-09 shifts that once more.
Outside mainland China both leave WGS 84 as it is. All angles in degrees, latitude first.
Formulas: the published approximation used by eviltransform, gcoord and others. The inverses are
found by iteration, so that going there and back returns the position to within 1e-9 degrees.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import atan2, cos, hypot, isfinite, pi, sin, sqrt
from pathlib import Path
from typing import Any

OUTLINE = Path(__file__).resolve().parent / "data" / "shifted_area.json"
KRASOVSKY_M = 6378245.0
ECCENTRICITY_SQUARED = 0.00669342162296594323
BAIDU_WAVE = pi * 3000.0 / 180.0
CLOSE_ENOUGH = 1e-12
Pair = tuple[float, float]


class Crs(StrEnum):
    """The system a position was given in."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"


class Precision(StrEnum):
    """What a position is sure of."""

    BUILDING = "building"
    DISTRICT = "district"
    CITY = "city"


class PositionError(ValueError):
    """A position that cannot be; `code` says why, `value` is what was given."""

    def __init__(self, code: str, value: Any, message: str) -> None:
        super().__init__(message)
        self.code, self.value = code, value


@dataclass(frozen=True)
class Position:
    """A place on Earth in WGS 84, how exactly it is known, and the system it came in."""

    latitude: float
    longitude: float
    precision: Precision = Precision.BUILDING
    crs: Crs = Crs.WGS84

    @classmethod
    def read(
        cls, latitude: Any, longitude: Any, precision: Any = "building", crs: Any = "wgs84"
    ) -> "Position":
        """Check values from outside and bring them to WGS 84; raise `PositionError` naming them."""
        north, east = _angle("latitude", latitude, 90), _angle("longitude", longitude, 180)
        if north == 0 and east == 0:
            raise PositionError(
                "null_island",
                "0, 0",
                "The position 0, 0 lies in the sea off Africa. Leave it empty if it is not known.",
            )
        known_as = _one_of(Crs, "coordinate system", crs)
        exact = _one_of(Precision, "precision", precision)
        return cls(*to_wgs84(north, east, known_as), exact, known_as)

    def shown_in(self, crs: Crs) -> Pair:
        """Latitude and longitude as a map in that system needs them."""
        return from_wgs84(self.latitude, self.longitude, crs)


def _angle(name: str, value: Any, most: int) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = float("nan")
    if isinstance(value, bool) or not isfinite(number):
        shown = str(value)[:40]
        raise PositionError(f"{name}_no_number", shown, f"The {name} “{shown}” is not a number.")
    if abs(number) > most:
        swapped = " Are latitude and longitude swapped?" if name == "latitude" else ""
        raise PositionError(
            f"{name}_out_of_range",
            f"{number:g}",
            f"The {name} {number:g} does not lie between -{most} and {most}.{swapped}",
        )
    return number


def _one_of(kind: Any, name: str, value: Any) -> Any:
    try:
        return kind(value)
    except ValueError as error:
        shown, known = str(value)[:40], ", ".join(kind)
        raise PositionError(
            f"{kind.__name__.lower()}_unknown",
            shown,
            f"The {name} “{shown}” is not one of {known}.",
        ) from error


def to_wgs84(latitude: float, longitude: float, crs: Crs) -> Pair:
    if crs is Crs.WGS84:
        return latitude, longitude
    if crs is Crs.BD09:
        latitude, longitude = bd09_to_gcj02(latitude, longitude)
    return gcj02_to_wgs84(latitude, longitude)


def from_wgs84(latitude: float, longitude: float, crs: Crs) -> Pair:
    if crs is Crs.WGS84:
        return latitude, longitude
    shifted = wgs84_to_gcj02(latitude, longitude)
    return gcj02_to_bd09(*shifted) if crs is Crs.BD09 else shifted


def wgs84_to_gcj02(latitude: float, longitude: float) -> Pair:
    return _gcj02(latitude, longitude) if is_shifted(latitude, longitude) else (latitude, longitude)


def gcj02_to_wgs84(latitude: float, longitude: float) -> Pair:
    """The exact inverse; within some 600 m outside the border two positions share one image,
    and the one inside is given."""
    candidate = _inverse(_gcj02, latitude, longitude)
    return candidate if is_shifted(*candidate) else (latitude, longitude)


def gcj02_to_bd09(latitude: float, longitude: float) -> Pair:
    true = _inverse(_gcj02, latitude, longitude)
    return _bd09(latitude, longitude) if is_shifted(*true) else (latitude, longitude)


def bd09_to_gcj02(latitude: float, longitude: float) -> Pair:
    candidate = _inverse(_bd09, latitude, longitude)
    true = _inverse(_gcj02, *candidate)
    return candidate if is_shifted(*true) else (latitude, longitude)


def _gcj02(latitude: float, longitude: float) -> Pair:
    x, y = longitude - 105.0, latitude - 35.0
    wave = 20.0 * (sin(6.0 * x * pi) + sin(2.0 * x * pi))
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    north += (2.0 / 3.0) * (wave + 20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi))
    north += (2.0 / 3.0) * (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y / 30.0 * pi))
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    east += (2.0 / 3.0) * (wave + 20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi))
    east += (2.0 / 3.0) * (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi))
    radians = latitude * pi / 180.0
    curve = 1.0 - ECCENTRICITY_SQUARED * sin(radians) ** 2
    meridian_m = KRASOVSKY_M * (1.0 - ECCENTRICITY_SQUARED) / (curve * sqrt(curve))
    parallel_m = KRASOVSKY_M / sqrt(curve) * cos(radians)
    return (
        latitude + north * 180.0 / (meridian_m * pi),
        longitude + east * 180.0 / (parallel_m * pi),
    )


def _bd09(latitude: float, longitude: float) -> Pair:
    length = hypot(longitude, latitude) + 0.00002 * sin(latitude * BAIDU_WAVE)
    angle = atan2(latitude, longitude) + 0.000003 * cos(longitude * BAIDU_WAVE)
    return length * sin(angle) + 0.006, length * cos(angle) + 0.0065


def _inverse(shift: Callable[[float, float], Pair], latitude: float, longitude: float) -> Pair:
    """The position that `shift` moves here: start here and take the error away again and again."""
    north, east = latitude, longitude
    for _turn in range(50):  # each turn gains about two digits; poles and nonsense just end
        there = shift(north, east)
        off_north, off_east = latitude - there[0], longitude - there[1]
        north, east = north + off_north, east + off_east
        if max(abs(off_north), abs(off_east)) < CLOSE_ENOUGH or abs(north) > 90:
            break
    return north, east


@cache
def _rings() -> tuple[tuple[Pair, ...], ...]:
    rings = json.loads(OUTLINE.read_text(encoding="utf-8"))["rings"]
    return tuple(tuple((x, y) for x, y in ring) for ring in rings)


def is_shifted(latitude: float, longitude: float) -> bool:
    """Whether the Chinese systems shift this WGS 84 position: mainland China and Hainan.

    Not Hong Kong, Macao and Taiwan, and not the neighbours that the usual rectangle would take in.
    The outline is exact to about 2 km.
    """
    if not (17.0 < latitude < 54.0 and 73.0 < longitude < 136.0):
        return False
    return (
        sum(_inside(longitude, latitude, ring) for ring in _rings()) % 2 == 1
    )  # holes count twice


def _inside(x: float, y: float, ring: tuple[Pair, ...]) -> bool:
    inside = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside
