"""The pages of visits, as a stranger and as a member, in three languages."""

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from icalendar import Calendar

from creaspace.foundation.statements.services import (
    Saying,
    mention_sources,
    open_batch,
    record_statements,
)
from creaspace.programme.visits.services import set_days, set_stops
from tests.programme.visits.factories import (
    BY,
    LANGUAGES,
    make_city,
    make_guest,
    make_member,
    make_organisation,
    make_session,
    make_source,
    make_space,
    make_visit,
)

pytestmark = pytest.mark.django_db
PLANNED = {"state": "planned", "starts_on": "2016-06-28", "ends_on": "2016-07-01"}
HELD = {"state": "held", "starts_on": "2016-10-24", "ends_on": "2016-10-26"}


def address(name, *args, language="en"):
    with translation.override(language):
        return reverse(name, args=args)


def text_of(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def valencia():
    """A visit as sources tell of it: moved, two of three days read, stops without a day."""
    home, report, notice = (make_source(slug) for slug in ("home", "report", "notice"))
    session = make_session(
        "valencia-2016",
        dates=[{**PLANNED, "source": home}, {**HELD, "source": report}],
        host=make_organisation(name="ECONCULT"),
        country_id=None,
        delegation="five Asian managers",
    )
    visit = make_visit("valencia-2016", session=session, stop_days_known=False)
    days = [
        {"on": "2016-10-24", "kind": "study_visit", "source": report},
        {"on": "2016-10-25", "kind": "study_visit", "is_derived": True, "basis": "two-day visit"},
        {"on": "2016-10-26", "kind": "workshop", "workshop_slug": "valencia-workshop"},
    ]
    set_days(visit=visit, days=days, by=BY)
    place = {"latitude": 39.462, "longitude": -0.328, "position_precision": "district"}
    lanzadera = make_space("lanzadera", name="Lanzadera", district="La Marina", **place)
    nowhere = make_space("nowhere", name="Nowhere")
    stops = [{"space": lanzadera, "focus": "start-up coworking"}, {"space": nowhere}]
    set_stops(visit=visit, stops=stops, by=BY)
    guest = make_space("st-spot", name="ST Spot")
    make_guest(session, guest, representative_role="project coordinator")
    batch = open_batch(slug="b", label="b", by=BY)
    says = [Saying("starts_on", "2016-10-24", report), Saying("starts_on", "2016-10-23", notice)]
    record_statements(about=visit, sayings=says, batch=batch, by=BY)
    mention_sources(about=visit, sources=[home, report, notice], batch=batch)
    return visit


@pytest.fixture
def kunming():
    """A visit of which only place, dates and host are known."""
    dates = [
        {"state": "planned", "starts_on": "2016-07", "words": "July 2016"},
        {"state": "held", "starts_on": "2016-09-20", "ends_on": "2016-09-23"},
    ]
    session = make_session("kunming-2016", dates=dates, city_name="Kunming")
    note = "Programme by day not found in any readable page."
    return make_visit("kunming-2016", session=session, stops_known=False, note=note)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signed_in", [False, True], ids=["stranger", "member"])
def test_everybody_reads_visits_in_every_language(client, valencia, kunming, language, signed_in):
    if signed_in:
        client.force_login(make_member())

    for url in [
        address("visits:list", language=language),
        address("visits:visit", "valencia-2016", language=language),
        address("visits:visit", "kunming-2016", language=language),
        address("visits:calendar", "valencia-2016", language=language),
    ]:
        assert client.get(url).status_code == 200


def test_unknown_visit_is_not_found(client):
    assert client.get(address("visits:visit", "atlantis-2016")).status_code == 404
    assert client.get(address("visits:calendar", "atlantis-2016")).status_code == 404


def test_page_shows_every_fact_of_the_visit(client, valencia):
    page = text_of(client, address("visits:visit", "valencia-2016"))

    for fact in [
        "Study visit in Valencia",
        "ECONCULT",
        "five Asian managers",
        "Lanzadera",
        "La Marina",
        "start-up coworking",
        "two-day visit",
        "ST Spot",
        "project coordinator",
        "The notice",
    ]:
        assert escape(fact) in page


def test_moved_dates_are_struck_out_with_their_sources(client, valencia):
    page = text_of(client, address("visits:visit", "valencia-2016"))

    banner = page.partition('<div class="visit-moved">')[2].partition("</div>")[0]
    old, _, new = banner.partition("→")
    assert "<s " in old
    assert "2016" in old
    assert 'href="#source-A"' in old
    assert 'href="#source-B"' in new


def test_dates_without_own_source_name_whoever_states_the_first_day(client, kunming):
    notice = make_source("notice")
    batch = open_batch(slug="b", label="b", by=BY)
    says = [Saying("starts_on", "2016-09-20", notice)]
    record_statements(about=kunming.session, sayings=says, batch=batch, by=BY)

    page = text_of(client, address("visits:visit", "kunming-2016"))

    banner = page.partition('<div class="visit-moved">')[2].partition("</div>")[0]
    assert 'href="#source-A"' in banner.partition("→")[2]


def test_both_sides_of_a_disagreement_stand_on_the_page(client, valencia):
    page = text_of(client, address("visits:visit", "valencia-2016"))

    assert 'datetime="2016-10-23"' in page
    assert 'datetime="2016-10-24"' in page
    assert "visit-cell-also_said" in page


def test_page_says_that_the_day_of_each_stop_is_not_known(client, valencia):
    page = text_of(client, address("visits:visit", "valencia-2016"))

    assert "The day of each of the 2 stops is not known." in page


def test_stop_without_position_is_named_below_the_plan(client, valencia):
    page = text_of(client, address("visits:visit", "valencia-2016"))

    assert "Without a position: 2" in " ".join(page.split())


def test_visit_without_known_stops_says_so_and_draws_no_plan(client, kunming):
    page = text_of(client, address("visits:visit", "kunming-2016"))

    assert "Where the delegation went is not known" in page
    assert "Programme by day not found in any readable page." in page
    assert "visit-plan-map" not in page


def test_numbers_of_the_drawing_keep_their_points_in_spanish(client, valencia):
    page = text_of(client, address("visits:visit", "valencia-2016", language="es"))

    drawing = page.partition('<svg class="visit-plan-map')[2].partition("</svg>")[0]
    assert 'transform="translate(310.0 205.0)"' in drawing


def test_calendar_file_has_a_day_for_each_known_day(client, valencia):
    answer = client.get(address("visits:calendar", "valencia-2016"))

    events = Calendar.from_ical(answer.content).events
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [event.start.isoformat() for event in events] == [
        "2016-10-24",
        "2016-10-25",
        "2016-10-26",
    ]
    assert [event["sequence"] for event in events] == [1, 1, 1]


def test_calendar_file_knows_the_time_zone_of_the_city(client):
    city = make_city("Valencia", "ES", time_zone="Europe/Madrid")
    make_visit("in-a-city", session=make_session(dates=[HELD], city=city))

    answer = client.get(address("visits:calendar", "in-a-city"))

    assert [zone["tzid"] for zone in Calendar.from_ical(answer.content).timezones] == [
        "Europe/Madrid"
    ]


def test_calendar_file_of_a_visit_without_days_spans_it(client, kunming):
    answer = client.get(address("visits:calendar", "kunming-2016"))

    (event,) = Calendar.from_ical(answer.content).events
    assert (event.start.isoformat(), event.end.isoformat()) == ("2016-09-20", "2016-09-24")


def test_calendar_of_a_vague_date_is_refused_with_the_reason(client):
    session = make_session(dates=[{"state": "planned", "words": "July 2016"}])
    make_visit("vague", session=session)

    answer = client.get(address("visits:calendar", "vague"))

    assert answer.status_code == 403
    assert "not known to the day" in answer.content.decode()


def test_list_says_so_when_it_is_empty(client):
    assert "No visit is recorded yet." in text_of(client, address("visits:list"))


@pytest.mark.parametrize("page", ["-1", "0", "99", "x" * 10_000, "\x00", "1' OR '1'='1"])
def test_any_page_number_gives_a_page(client, kunming, page):
    assert client.get(address("visits:list"), {"page": page}).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_list_needs_the_same_queries_for_any_number_of_rows(
    client, django_assert_num_queries, rows
):
    for number in range(rows):
        session = make_session(
            dates=[PLANNED, {**HELD, "source": make_source(f"s{number}")}],
            host=make_organisation(f"host-{number}"),
            delegation="managers",
        )
        visit = make_visit(session=session)
        set_stops(visit=visit, stops=[{"space": make_space()}], by=BY)

    with django_assert_num_queries(4):
        client.get(address("visits:list"))
