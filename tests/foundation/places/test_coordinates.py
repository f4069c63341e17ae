"""Coordinate systems: published pairs, exact ways back, and where nothing is shifted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creaspace.foundation.places.coordinates import (
    Crs,
    Position,
    PositionError,
    Precision,
    bd09_to_gcj02,
    from_wgs84,
    gcj02_to_bd09,
    gcj02_to_wgs84,
    is_shifted,
    to_wgs84,
    wgs84_to_gcj02,
)
from creaspace.foundation.places.distances import distance_km

INLAND = st.tuples(st.floats(25.5, 40.0), st.floats(98.0, 115.0))  # deep inside mainland China
EVERYWHERE = st.tuples(st.floats(-89.0, 89.0), st.floats(-180.0, 180.0))


# Pairs from the tests of the eviltransform libraries (Shanghai, Shenzhen, Beijing).
@pytest.mark.parametrize(
    ("wgs84", "gcj02"),
    [
        ((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),
        ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),
        ((39.911954, 116.377817), (39.91334545536069, 116.38404722455657)),
    ],
)
def test_wgs84_becomes_the_published_gcj02(wgs84: tuple[float, float], gcj02: tuple[float, float]):
    assert wgs84_to_gcj02(*wgs84) == pytest.approx(gcj02, abs=1e-9)
    assert gcj02_to_wgs84(*gcj02) == pytest.approx(wgs84, abs=1e-9)


# Pairs from the example of coordtransform; its way back is a first approximation only.
def test_gcj02_becomes_the_published_bd09():
    published = (39.92133699351021, 116.41036949371029)

    assert gcj02_to_bd09(39.915, 116.404) == pytest.approx(published, abs=1e-9)
    assert bd09_to_gcj02(*published) == pytest.approx((39.915, 116.404), abs=1e-9)
    assert bd09_to_gcj02(39.915, 116.404) == pytest.approx(
        (39.90865673957631, 116.39762729119315), abs=1e-6
    )


@given(INLAND, st.sampled_from(Crs))
def test_there_and_back_ends_where_it_began(place: tuple[float, float], crs: Crs):
    there = from_wgs84(*place, crs)

    assert to_wgs84(*there, crs) == pytest.approx(place, abs=1e-9)


@given(EVERYWHERE.filter(lambda place: not 15 < place[0] < 56), st.sampled_from(Crs))
def test_nothing_is_shifted_far_from_china(place: tuple[float, float], crs: Crs):
    assert from_wgs84(*place, crs) == place
    assert to_wgs84(*place, crs) == place


@pytest.mark.parametrize(
    ("city", "latitude", "longitude", "shifted"),
    [
        ("Kunming", 25.0389, 102.7183, True),
        ("Shenzhen", 22.5446, 114.0545, True),
        ("Zhuhai", 22.2769, 113.5678, True),
        ("Sanya", 18.2431, 109.505, True),
        ("Harbin", 45.75, 126.65, True),
        ("Kashgar", 39.4704, 75.9898, True),
        ("Hong Kong", 22.2783, 114.1747, False),
        ("Macao", 22.2006, 113.5461, False),
        ("Taipei", 25.0478, 121.5319, False),
        ("Seoul", 37.566, 126.9784, False),
        ("Yokohama", 35.4333, 139.65, False),
        ("Hanoi", 21.0245, 105.8412, False),
        ("Ulaanbaatar", 47.9077, 106.8832, False),
        ("Kathmandu", 27.7017, 85.3206, False),
        ("Valencia", 39.4739, -0.3797, False),
    ],
)
def test_only_mainland_china_is_shifted(
    city: str, latitude: float, longitude: float, shifted: bool
):
    assert is_shifted(latitude, longitude) is shifted


def test_the_shift_in_kunming_is_some_hundred_metres():
    place = (25.0389, 102.7183)

    assert 0.3 < distance_km(place, from_wgs84(*place, Crs.GCJ02)) < 0.7
    assert 0.6 < distance_km(place, from_wgs84(*place, Crs.BD09)) < 1.5


def test_position_is_kept_in_wgs84_with_the_system_it_came_in():
    position = Position.read("25.036", "102.7205", "district", "gcj02")

    assert position.crs is Crs.GCJ02
    assert position.precision is Precision.DISTRICT
    assert position.shown_in(Crs.GCJ02) == pytest.approx((25.036, 102.7205), abs=1e-9)
    assert distance_km((position.latitude, position.longitude), (25.036, 102.7205)) > 0.3


@pytest.mark.parametrize(
    ("values", "code", "message"),
    [
        (
            (139.618, 35.467),
            "latitude_out_of_range",
            "The latitude 139.618 does not lie between -90 and 90."
            " Are latitude and longitude swapped?",
        ),
        (
            (35.467, 1396.18),
            "longitude_out_of_range",
            "The longitude 1396.18 does not lie between -180 and 180.",
        ),
        (("north", 0), "latitude_no_number", "The latitude “north” is not a number."),
        ((None, 0), "latitude_no_number", "The latitude “None” is not a number."),
        ((True, 0), "latitude_no_number", "The latitude “True” is not a number."),
        ((1, float("nan")), "longitude_no_number", "The longitude “nan” is not a number."),
        ((1, "1e999"), "longitude_no_number", "The longitude “1e999” is not a number."),
        (
            (0, 0),
            "null_island",
            "The position 0, 0 lies in the sea off Africa. Leave it empty if it is not known.",
        ),
        (
            (1, 1, "street"),
            "precision_unknown",
            "The precision “street” is not one of building, district, city.",
        ),
        (
            (1, 1, "city", "etrs89"),
            "crs_unknown",
            "The coordinate system “etrs89” is not one of wgs84, gcj02, bd09.",
        ),
    ],
)
def test_impossible_position_is_refused_with_its_value(
    values: tuple[object, ...], code: str, message: str
):
    with pytest.raises(PositionError) as refusal:
        Position.read(*values)

    assert refusal.value.code == code
    assert str(refusal.value) == message
