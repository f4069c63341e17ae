"""The pages of questions and what questions add below, as a stranger and as a member."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from creaspace.core.viewer import STRANGER
from creaspace.programme.consultation.panels import of_programme, of_space, open_figure
from creaspace.programme.consultation.services import set_illustrations
from tests.programme.consultation.factories import make_question
from tests.programme.programmes.factories import (
    BY,
    LANGUAGES,
    address,
    make_member,
    make_programme,
    make_space,
)

pytestmark = pytest.mark.django_db
LIST_QUERIES = 2  # how many there are, the questions with all they name


def text_of(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def axis():
    """An axis with an example of the organisers and a counter-example."""
    question = make_question(
        "axis-money",
        label="Public and private money",
        kind="axis",
        pole_one="public",
        pole_other="private",
        origin="about page",
        note="Treat it as a scale.",
    )
    rows = [
        {"space": make_space("art-mall"), "relation": "organisers_example", "about": "private"},
        {"space": make_space("theatre"), "relation": "counter_example", "about": "fairness"},
    ]
    set_illustrations(question=question, illustrations=rows, by=BY)
    return question


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signed_in", [False, True])
def test_every_page_opens_for_strangers_and_members(client, axis, language, signed_in):
    if signed_in:
        client.force_login(make_member())
    pages = [
        address("consultation:list", language=language),
        address("consultation:question", "axis-money", language=language),
        address("programmes:programme", axis.programme.slug, language=language),
    ]

    assert [client.get(page).status_code for page in pages] == [200] * 3


def test_axis_page_tells_poles_examples_and_note(client, axis):
    page = text_of(client, address("consultation:question", "axis-money"))

    for words in (
        "Public and private money",
        "public money",
        "private money",
        "Art Mall",
        "Theatre",
        "Treat it as a scale.",
        "nobody has answered yet",
        "Chosen by whoever compiled the record, from the descriptions",
    ):
        assert words in page


def test_derived_question_says_from_what_it_was_reasoned_out(client):
    make_question("tenure", is_derived=True, basis="later history", origin="context")

    page = text_of(client, address("consultation:question", "tenure"))

    assert "Reasoned out, not read" in page
    assert "later history" in page
    assert "drawn from the later history of the places" in page


def test_pole_is_read_in_the_readers_language(client, axis):
    page = text_of(client, address("consultation:question", "axis-money", language="es"))

    assert "dinero público" in page


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_as_many_queries_for_one_as_for_three(client, count):
    for _each in range(count):
        question = make_question()
        rows = [{"space": make_space(), "relation": "illustrates"}]
        set_illustrations(question=question, illustrations=rows, by=BY)

    with CaptureQueriesContext(connection) as queries:
        client.get(address("consultation:list"))

    assert len(queries) == LIST_QUERIES


def test_question_of_a_draft_is_not_found(client):
    make_question("early", programme=make_programme(published_at=None))

    assert client.get(address("consultation:question", "early")).status_code == 404


@pytest.fixture
def request_of_a_stranger():
    request = RequestFactory().get("/")
    request.user = STRANGER
    return request


def test_space_is_told_which_questions_it_illustrates(request_of_a_stranger):
    question, space = make_question(), make_space()
    rows = [{"space": space, "relation": "illustrates"}]
    (kept,) = set_illustrations(question=question, illustrations=rows, by=BY)

    assert of_space(request_of_a_stranger, space) == {"rows": [(kept, "")]}


def test_programme_tells_its_open_questions(request_of_a_stranger):
    question = make_question()

    filled = of_programme(request_of_a_stranger, question.programme)

    assert filled == {"questions": [(question, "asked in the call")]}
    assert open_figure(request_of_a_stranger, question.programme)["value"] == 1


def test_record_without_questions_gets_no_panel(request_of_a_stranger):
    assert of_space(request_of_a_stranger, make_space()) is None
    assert of_programme(request_of_a_stranger, make_programme()) is None
