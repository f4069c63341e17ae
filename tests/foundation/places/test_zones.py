"""One moment on two clocks."""

from datetime import UTC, datetime, timedelta

import pytest

from creaspace.foundation.places.zones import (
    UnknownZone,
    here_and_there,
    local_time,
    zone_place,
)

VALENCIA, KUNMING = "Europe/Madrid", "Asia/Shanghai"


def test_kunming_is_six_hours_ahead_of_valencia_in_summer_and_seven_in_winter():
    summer = here_and_there(datetime(2016, 9, 20, 12, tzinfo=UTC), VALENCIA, KUNMING)
    winter = here_and_there(datetime(2016, 12, 20, 12, tzinfo=UTC), VALENCIA, KUNMING)

    assert summer.ahead == timedelta(hours=6)
    assert winter.ahead == timedelta(hours=7)


def test_evening_here_is_tomorrow_and_night_there():
    both = here_and_there(datetime(2016, 10, 24, 18, tzinfo=UTC), VALENCIA, KUNMING)

    assert (both.here.hour, both.there.hour) == (20, 2)
    assert both.days_apart == 1
    assert both.is_night_there


def test_morning_in_kunming_is_yesterday_in_new_york():
    both = here_and_there(datetime(2016, 10, 24, 1, tzinfo=UTC), KUNMING, "America/New_York")

    assert both.days_apart == -1


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "x" * 10_000, "\x00"])
def test_zone_that_is_none_is_refused_with_its_name(name: str):
    with pytest.raises(UnknownZone, match="is not a time zone"):
        local_time(datetime(2016, 1, 1, tzinfo=UTC), name)


def test_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="has no time zone"):
        local_time(datetime(2016, 1, 1), VALENCIA)  # noqa: DTZ001 -- the fault under test


def test_zone_is_named_after_its_city_in_the_language():
    assert zone_place(KUNMING, "es") == "Shanghái"
    assert zone_place("America/New_York", "es") == "Nueva York"
