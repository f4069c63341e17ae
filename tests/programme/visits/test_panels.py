"""What visits add to pages below."""

import pytest
from django.test import RequestFactory

from creaspace.core.viewer import STRANGER
from creaspace.programme.visits.panels import stops_at_space, visit_of_session, visits_of_programme
from creaspace.programme.visits.services import set_stops
from tests.programme.visits.factories import BY, make_session, make_space, make_visit

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_of_a_stranger():
    request = RequestFactory().get("/")
    request.user = STRANGER
    return request


def test_page_without_visits_gets_no_panel(request_of_a_stranger):
    session = make_session()

    assert visits_of_programme(request_of_a_stranger, session.programme) is None
    assert visit_of_session(request_of_a_stranger, session) is None
    assert stops_at_space(request_of_a_stranger, make_space()) is None


def test_space_is_told_which_stop_it_was(request_of_a_stranger):
    visit, space = make_visit(), make_space()
    set_stops(visit=visit, stops=[{"space": make_space()}, {"space": space}], by=BY)

    (stop,) = stops_at_space(request_of_a_stranger, space)["stops"]

    assert (stop.visit, stop.position) == (visit, 2)


def test_programme_lists_its_visits_with_their_stops(request_of_a_stranger):
    visit, space = make_visit(), make_space()
    set_stops(visit=visit, stops=[{"space": space}], by=BY)
    make_visit()

    filled = visits_of_programme(request_of_a_stranger, visit.session.programme)

    assert filled["visits"] == [visit]
    assert [stop.space for stop in filled["visits"][0].shown_stops] == [space]
