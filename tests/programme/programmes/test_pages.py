"""The pages of programmes and sessions, as a stranger and as a member, in three languages."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from creaspace.core.viewer import STRANGER
from creaspace.programme.programmes.panels import of_organisation, of_space
from creaspace.programme.programmes.services import set_involvements, set_objectives
from tests.programme.programmes.factories import (
    BY,
    LANGUAGES,
    address,
    make_concept,
    make_country,
    make_member,
    make_organisation,
    make_participation,
    make_programme,
    make_session,
    make_source,
    make_space,
    say,
)

pytestmark = pytest.mark.django_db
PLANNED = {"state": "planned", "starts_on": "2016-06-28", "ends_on": "2016-07-01"}
HELD = {"state": "held", "starts_on": "2016-10-24", "ends_on": "2016-10-26"}
LIST_QUERIES = 4  # how many there are, the programmes, their organisations, all their texts


def text_of(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def told():
    """A programme as sources tell of it: one side named, the other not, dates that moved."""
    programme = make_programme("told", scheme="Example scheme", starts_on="2015", ends_on="2016")
    set_objectives(programme=programme, objectives=[{"text": "Strengthen links"}], by=BY)
    make_concept("organisation-roles", "organiser", en="Organiser")
    host = make_organisation("host-unit", name="Host unit")
    roles = [{"organisation": host, "role": "organiser"}]
    set_involvements(programme=programme, involvements=roles, by=BY)
    session = make_session(
        "valencia-2016",
        programme=programme,
        dates=[{**PLANNED, "source": make_source()}, HELD],
        country=make_country("ES"),
        host=host,
        delegation="five managers",
        note="Agenda not found.",
    )
    theatre = make_space("small-theatre", country="JP")
    make_participation(programme, theatre, session=session, representative_role="coordinator")
    make_participation(programme, make_space("near-by"), "context")
    say(programme, participants_asian=1, asian_space_countries=["JP"], proposals=22)
    return programme


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signed_in", [False, True])
def test_every_page_opens_for_strangers_and_members(client, told, language, signed_in):
    if signed_in:
        client.force_login(make_member())
    pages = [
        address("programmes:list", language=language),
        address("programmes:programme", "told", language=language),
        address("programmes:session", "told", "valencia-2016", language=language),
    ]

    assert [client.get(page).status_code for page in pages] == [200, 200, 200]


def test_programme_page_tells_who_took_part_and_who_did_not(client, told):
    page = text_of(client, address("programmes:programme", "told"))

    for words in (
        "Example scheme",
        "Strengthen links",
        "Host unit",
        "Small Theatre",
        "coordinator",
        "24–26 October 2016",
        "28 June – 1 July 2016",
        "No source shows that they took part in it.",
        'href="#participants"',
        'id="context"',
    ):
        assert escape(words) in page or words in page


def test_unnamed_spaces_are_said_to_be_unnamed(client):
    programme = make_programme("unnamed")
    say(programme, participants_european=5, european_space_countries=["FR", "GB"])

    page = text_of(client, address("programmes:programme", "unnamed"))

    assert "The names of these 5 spaces were not found in any page that could be read." in page
    assert "France, United Kingdom" in page


def test_session_page_keeps_the_old_dates_struck_through(client, told):
    page = text_of(client, address("programmes:session", "told", "valencia-2016"))

    assert "<del>28 June – 1 July 2016</del>" in page
    assert "Begins 118 days later" in page
    assert "The report" in page
    assert "Agenda not found." in page


def test_session_of_another_programme_is_not_found(client, told):
    make_programme("other")

    assert client.get(address("programmes:session", "other", "valencia-2016")).status_code == 404


def test_draft_is_not_found(client):
    make_programme("draft", published_at=None)

    assert client.get(address("programmes:programme", "draft")).status_code == 404


@pytest.mark.parametrize("query", ["page=-1", "page=' OR 1=1", "page=" + "9" * 10_000, "page=%00"])
def test_odd_parameters_give_a_page(client, told, query):
    assert client.get(f"{address('programmes:list')}?{query}").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_as_many_queries_for_one_as_for_three(client, count):
    for _each in range(count):
        programme = make_programme(summary="What it was")
        rows = [{"organisation": make_organisation(), "role": "organiser"}]
        set_involvements(programme=programme, involvements=rows, by=BY)
        make_session(programme=programme)

    with CaptureQueriesContext(connection) as queries:
        client.get(address("programmes:list"))

    assert len(queries) == LIST_QUERIES


@pytest.fixture
def request_of_a_stranger():
    request = RequestFactory().get("/")
    request.user = STRANGER
    return request


def test_space_is_told_its_role_and_who_was_chosen_with_it(request_of_a_stranger):
    programme, space, other = make_programme(), make_space(), make_space()
    own, beside = make_participation(programme, space), make_participation(programme, other)

    filled = of_space(request_of_a_stranger, space)

    assert filled == {"participations": [own], "together": [beside]}


def test_organisation_is_told_what_it_was_and_hosted(request_of_a_stranger, told):
    host = told.involvements.get().organisation

    filled = of_organisation(request_of_a_stranger, host)

    assert [each.role for each in filled["involvements"]] == ["organiser"]
    assert [each.slug for each in filled["hosted"]] == ["valencia-2016"]


def test_record_without_programme_gets_no_panel(request_of_a_stranger):
    assert of_space(request_of_a_stranger, make_space()) is None
    assert of_organisation(request_of_a_stranger, make_organisation()) is None
