"""The pages of calls and what calls add below, as a stranger and as a member."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from creaspace.core.viewer import STRANGER
from creaspace.programme.calls.panels import (
    application_figure,
    of_organisation,
    of_programme,
    of_session,
    of_space,
)
from creaspace.programme.calls.services import (
    set_commitments,
    set_criteria,
    set_rules,
    set_selection,
)
from tests.programme.calls.factories import make_call
from tests.programme.programmes.factories import (
    BY,
    LANGUAGES,
    address,
    make_member,
    make_organisation,
    make_programme,
    make_session,
    make_space,
)

pytestmark = pytest.mark.django_db
LIST_QUERIES = 3  # how many there are, the calls, their texts


def text_of(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def told():
    """A call as its pages tell of it."""
    session = make_session("valencia-2016", dates=[{"state": "held", "starts_on": "2016-10-24"}])
    call = make_call(
        "told",
        programme=session.programme,
        session=session,
        issuer="the organisers",
        applicants="managers of a small space",
        deadline_on="2016-03-30",
        places=5,
        applications_received=22,
        selected_count=1,
        note="Two criteria belong to the set.",
    )
    scopes = {"clarity": "application", "diversity": "set"}
    criteria = [{"text": text, "scope": scope} for text, scope in scopes.items()]
    set_criteria(call=call, criteria=criteria, by=BY)
    set_rules(call=call, rules=[{"kind": "physical_space", "words": "not virtual"}], by=BY)
    set_commitments(call=call, commitments=[{"text": "full-day workshop"}], by=BY)
    set_selection(call=call, selection=[{"space": make_space("small-theatre")}], by=BY)
    return call


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signed_in", [False, True])
def test_every_page_opens_for_strangers_and_members(client, told, language, signed_in):
    if signed_in:
        client.force_login(make_member())
    pages = [
        address("calls:list", language=language),
        address("calls:call", "told", language=language),
        address("programmes:programme", told.programme.slug, language=language),
        address("programmes:session", told.programme.slug, "valencia-2016", language=language),
    ]

    assert [client.get(page).status_code for page in pages] == [200] * 4


def test_call_page_tells_rules_criteria_and_result(client, told):
    page = text_of(client, address("calls:call", "told"))

    for words in (
        "managers of a small space",
        "30 March 2016",
        "The source names no hour and no time zone.",
        "The space is a place one can enter, not a virtual one.",
        "not virtual",
        "Judged on each application",
        "Judged on the chosen set as a whole",
        "full-day workshop",
        "Small Theatre",
        "Two criteria belong to the set.",
        "1 chosen out of 22",
    ):
        assert words in page


def test_call_page_says_what_was_not_found(client):
    make_call("silent", selected_countries=["FR", "ES"])

    page = text_of(client, address("calls:call", "silent"))

    assert "The pages that could be read do not say:" in page
    assert "The names of the chosen spaces were not found." in page
    assert "France, Spain" in page


def test_both_levels_stand_apart(client):
    make_call(name="The scheme", level="funder", applications_received=22, selected_count=3)
    make_call(name="The open call", applications_received=22, selected_count=5)

    page = text_of(client, address("calls:list"))

    assert page.index("A funder calls for programmes") < page.index("The scheme")
    assert page.index("The scheme") < page.index("A programme calls for spaces")
    assert "<b>3</b> programmes chosen" in page
    assert "<b>5</b> spaces chosen" in page


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_as_many_queries_for_one_as_for_three(client, count):
    for _each in range(count):
        make_call(issuer_organisation=make_organisation())

    with CaptureQueriesContext(connection) as queries:
        client.get(address("calls:list"))

    assert len(queries) == LIST_QUERIES


def test_call_of_a_draft_is_not_found(client):
    make_call("early", programme=make_programme(published_at=None))

    assert client.get(address("calls:call", "early")).status_code == 404


@pytest.fixture
def request_of_a_stranger():
    request = RequestFactory().get("/")
    request.user = STRANGER
    return request


def test_space_is_told_in_which_call_it_was_chosen(request_of_a_stranger, told):
    (selection,) = told.selections.all()

    filled = of_space(request_of_a_stranger, selection.space)

    assert filled == {"selections": [selection]}


def test_programme_tells_the_funders_call_before_its_own(request_of_a_stranger):
    programme = make_programme()
    own = make_call(programme=programme, applications_received=22)
    funder = make_call(programme=programme, level="funder", applications_received=30)

    filled = of_programme(request_of_a_stranger, programme)

    assert filled == {"funder": [(funder, [])], "own": [(own, [])]}
    assert application_figure(request_of_a_stranger, programme)["value"] == 22


def test_organisation_and_session_are_told_their_calls(request_of_a_stranger):
    issuer, session = make_organisation(), make_session()
    call = make_call(issuer_organisation=issuer, session=session, programme=session.programme)

    assert of_organisation(request_of_a_stranger, issuer) == {"calls": [call]}
    assert of_session(request_of_a_stranger, session) == {"calls": [call]}


def test_record_without_calls_gets_no_panel(request_of_a_stranger):
    assert of_space(request_of_a_stranger, make_space()) is None
    assert of_programme(request_of_a_stranger, make_programme()) is None
    assert of_organisation(request_of_a_stranger, make_organisation()) is None
