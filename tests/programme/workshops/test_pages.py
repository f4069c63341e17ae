"""The pages of workshops, as a stranger and as a member, in three languages."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from creaspace.core.viewer import STRANGER
from creaspace.programme.workshops.panels import (
    workshops_of_programme,
    workshops_of_session,
    workshops_with_space,
)
from creaspace.programme.workshops.services import set_conclusions, set_talks
from tests.programme.visits.factories import (
    BY,
    LANGUAGES,
    make_member,
    make_session,
    make_space,
)
from tests.programme.workshops.factories import case, make_workshop, policy

pytestmark = pytest.mark.django_db
HELD = {"state": "held", "starts_on": "2016-09-20", "ends_on": "2016-09-23"}


def address(name, *args, language="en"):
    with translation.override(language):
        return reverse(name, args=args)


def text_of(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def valencia():
    workshop = make_workshop(
        "valencia-workshop",
        held_on="2016-10-26",
        venue=make_space("venue", name="Department of Applied Economics"),
        title="Networking for communicating",
        participant_kinds=["scholars", "policymakers"],
        note="Slides stand at the report.",
    )
    talks = [
        {"kind": policy(), "position": 1, "topic": "diplomacy", "speaker_role": "a director"},
        {
            "kind": case(),
            "position": 2,
            "space": make_space("st-spot", name="ST Spot"),
            "topic": "how a 56 m² theatre lives",
            "slides_offered": True,
        },
        {"kind": case(), "space": make_space(), "is_derived": True, "basis": "five presented"},
    ]
    set_talks(workshop=workshop, talks=talks, by=BY)
    set_conclusions(workshop=workshop, conclusions=[{"text": "An exploratory exchange."}], by=BY)
    return workshop


@pytest.fixture
def kunming():
    session = make_session("kunming-2016", dates=[HELD], city_name="Kunming")
    return make_workshop(
        "kunming-workshop",
        session=session,
        participants="European managers with local professionals",
        note="Agenda not found.",
    )


@pytest.fixture
def request_of_a_stranger():
    request = RequestFactory().get("/")
    request.user = STRANGER
    return request


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signed_in", [False, True], ids=["stranger", "member"])
def test_everybody_reads_workshops_in_every_language(
    client, valencia, kunming, language, signed_in
):
    if signed_in:
        client.force_login(make_member())

    for url in [
        address("workshops:list", language=language),
        address("workshops:workshop", "valencia-workshop", language=language),
        address("workshops:workshop", "kunming-workshop", language=language),
    ]:
        assert client.get(url).status_code == 200


def test_unknown_workshop_is_not_found(client):
    assert client.get(address("workshops:workshop", "atlantis")).status_code == 404


def test_page_shows_every_fact_of_the_workshop(client, valencia):
    page = text_of(client, address("workshops:workshop", "valencia-workshop"))

    for fact in [
        "26 October 2016",
        "Department of Applied Economics",
        "Networking for communicating",
        "scholars",
        "policymakers",
        "Policy input",
        "diplomacy",
        "a director",
        "ST Spot",
        "how a 56 m² theatre lives",
        "slides were offered",
        "five presented",
        "Order not known",
        "An exploratory exchange.",
        "Slides stand at the report.",
    ]:
        assert escape(fact) in page


def test_english_words_keep_their_language_on_a_spanish_page(client, valencia):
    page = text_of(client, address("workshops:workshop", "valencia-workshop", language="es"))

    assert '<span lang="en">diplomacy</span>' in page
    assert 'lang="en">scholars</li>' in page


def test_workshop_without_day_and_agenda_says_so(client, kunming):
    page = text_of(client, address("workshops:workshop", "kunming-workshop"))

    assert "What was said is not known" in page
    assert "Agenda not found." in page
    assert "The session: " in page
    assert "European managers with local professionals" in page


def test_list_says_so_when_it_is_empty(client):
    assert "No workshop is recorded yet." in text_of(client, address("workshops:list"))


@pytest.mark.parametrize("rows", [1, 3])
def test_list_needs_the_same_queries_for_any_number_of_rows(
    client, django_assert_num_queries, rows
):
    for _ in range(rows):
        workshop = make_workshop(session=make_session(dates=[HELD]), venue=make_space())
        set_talks(workshop=workshop, talks=[{"kind": policy()}], by=BY)

    with django_assert_num_queries(2):
        client.get(address("workshops:list"))


def test_page_without_workshops_gets_no_panel(request_of_a_stranger):
    session = make_session()

    assert workshops_of_programme(request_of_a_stranger, session.programme) is None
    assert workshops_of_session(request_of_a_stranger, session) is None
    assert workshops_with_space(request_of_a_stranger, make_space()) is None


def test_space_is_told_of_its_talk_and_of_what_it_hosted(request_of_a_stranger, valencia):
    speaker = valencia.talks.get(position=2).space

    given = workshops_with_space(request_of_a_stranger, speaker)
    held = workshops_with_space(request_of_a_stranger, valencia.venue)

    assert [talk.topic for talk in given["talks"]] == ["how a 56 m² theatre lives"]
    assert held["hosted"] == [valencia]


def test_programme_and_session_list_their_workshops(request_of_a_stranger, valencia, kunming):
    of_programme = workshops_of_programme(request_of_a_stranger, valencia.session.programme)
    of_session = workshops_of_session(request_of_a_stranger, kunming.session)

    assert of_programme["workshops"] == [valencia]
    assert of_session["workshops"] == [kunming]
