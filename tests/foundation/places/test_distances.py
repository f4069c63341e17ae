"""Distances on the globe, against known ones."""

import pytest

from creaspace.foundation.places.distances import distance_km


def test_airports_of_valencia_and_kunming_are_9320_km_apart():
    valencia, kunming = (39.4893, -0.4816), (25.1019, 102.9292)

    assert distance_km(valencia, kunming) == pytest.approx(9320, abs=5)


def test_distance_is_the_same_both_ways_and_nothing_to_itself():
    one, other = (39.4739, -0.3797), (35.4333, 139.65)

    assert distance_km(one, other) == pytest.approx(distance_km(other, one))
    assert distance_km(one, one) == 0


def test_poles_and_antipodes_are_half_the_globe_apart():
    assert distance_km((90, 0), (-90, 0)) == pytest.approx(20_015, abs=1)
    assert distance_km((0, 0), (0, 180)) == pytest.approx(20_015, abs=1)


def test_distance_over_the_date_line_is_short():
    assert distance_km((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.1)
