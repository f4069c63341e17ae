from creaspace.core.partial_dates import PartialDate
from creaspace.core.timeline import WIDTH, Event, draw_timeline

FOUNDED = Event("Founded", PartialDate.parse("1987-11-18"))
BOARD = Event("Board of directors", PartialDate.parse("2000"))
SESSION = Event("Session", PartialDate.parse("2016-10-24"), PartialDate.parse("2016-10-26"))
UNDATED = Event("Proposes arts in schools")


def test_history_with_fewer_than_two_dates_is_a_list_only():
    assert draw_timeline([FOUNDED, UNDATED], None, "en") is None


def test_day_is_a_tile_and_a_year_is_a_bar():
    chart = draw_timeline([BOARD, FOUNDED], None, "en")

    assert chart is not None
    assert [(mark.label, mark.exact) for mark in chart.marks] == [
        ("Founded", True),
        ("Board of directors", False),
    ]
    assert chart.marks[1].width > chart.marks[0].width


def test_marks_tell_their_dates_in_the_readers_language():
    chart = draw_timeline([FOUNDED, SESSION], None, "es")

    assert chart is not None
    assert [mark.when for mark in chart.marks] == ["18 nov 1987", "24 oct 2016 – 26 oct 2016"]


def test_time_about_which_nothing_was_read_is_hatched():
    read = draw_timeline([FOUNDED, BOARD], PartialDate.parse("2016"), "en")
    open_ended = draw_timeline([FOUNDED, BOARD], None, "en")

    assert read is not None
    assert open_ended is not None
    assert read.hatch
    assert not open_ended.hatch


def test_events_at_the_same_time_take_different_lanes():
    events = [Event(f"Event {at}", PartialDate.parse("2016")) for at in range(4)]

    chart = draw_timeline([FOUNDED, *events], None, "en")

    assert chart is not None
    assert len({mark.y for mark in chart.marks}) == 4


def test_everything_drawn_stays_inside():
    chart = draw_timeline([FOUNDED, BOARD, SESSION], PartialDate.parse("2016"), "en")

    assert chart is not None
    assert all(0 <= tick.x <= WIDTH for tick in chart.ticks)
    assert all(mark.x >= 0 and mark.x + mark.width <= WIDTH for mark in chart.marks)


def test_two_events_in_one_day_can_be_drawn():
    day = PartialDate.parse("2016-10-24")

    assert draw_timeline([Event("A", day), Event("B", day)], None, "en") is not None
