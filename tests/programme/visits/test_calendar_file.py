"""The calendar file, read back by the library that calendar programs use."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from creaspace.programme.visits.calendar_file import Entry, Sheet, calendar_file

SHEET = Sheet(
    name="Study visit in Valencia",
    language="en",
    zone="Europe/Madrid",
    sequence=1,
    changed_at=datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
)
DAY = Entry(
    uid="visit-valencia-2016-1@example.org",
    first=date(2016, 10, 24),
    last=date(2016, 10, 26),
    summary="Study visit in Valencia",
    location="Valencia, Spain",
    url="https://example.org/en/visits/valencia-2016/",
)


def read(sheet=SHEET, *entries):
    return Calendar.from_ical(calendar_file(sheet, entries))


def test_whole_days_end_on_the_first_free_day():
    event = read(SHEET, DAY).events[0]

    assert event.start == date(2016, 10, 24)
    assert event.end == date(2016, 10, 27)
    assert b"DTSTART;VALUE=DATE:20161024" in calendar_file(SHEET, [DAY])


def test_file_carries_the_zone_of_the_place():
    zones = [zone["tzid"] for zone in read(SHEET, DAY).timezones]

    assert zones == ["Europe/Madrid"]


def test_file_of_a_place_without_zone_has_none():
    sheet = Sheet("Visit", "en", "", 0, SHEET.changed_at)

    assert read(sheet, DAY).timezones == []


def test_moved_date_keeps_its_identifier_and_raises_the_sequence():
    event = read(SHEET, DAY).events[0]

    assert event["uid"] == "visit-valencia-2016-1@example.org"
    assert event["sequence"] == 1


def test_cancelled_days_say_so():
    entry = Entry("a@example.org", date(2016, 7, 1), date(2016, 7, 1), "Visit", is_cancelled=True)

    assert read(SHEET, entry).events[0]["status"] == "CANCELLED"


def test_words_in_any_script_survive():
    sheet = Sheet("昆明考察", "zh-Hans", "Asia/Shanghai", 0, SHEET.changed_at)
    entry = Entry("a@example.org", date(2016, 9, 20), date(2016, 9, 23), "昆明考察; 四天, 一地")

    assert read(sheet, entry).events[0]["summary"] == "昆明考察; 四天, 一地"
