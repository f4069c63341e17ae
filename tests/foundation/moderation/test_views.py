from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from creaspace.atlas.spaces.models import Space
from creaspace.foundation.moderation import services
from creaspace.foundation.moderation.models import Decision, Request
from creaspace.foundation.people.models import Organisation, Person
from tests.foundation.moderation.conftest import AskAbout

ASK = "/en/moderation/ask/people.organisation/econcult/"
LOG, WAITING, FIND = "/en/moderation/log/", "/en/moderation/", "/en/moderation/requests/"
SAID = {"kind": "correct", "words": "The name has changed.", "proposed": "Econcult"}
YES = {"outcome": "accepted", "ground": "right", "reason": "The space’s own page says so."}


def page_of(request: Request, step: str = "") -> str:
    return f"{FIND}{request.code}/{step}"


def words(response: Any) -> str:
    text: str = response.content.decode()
    return text


@pytest.mark.django_db
def test_stranger_asks_and_gets_a_code(client: Client, organisation: Organisation):
    response = client.post(ASK, SAID, follow=True)

    request = Request.objects.get()
    assert response.redirect_chain == [(page_of(request), 302)]
    assert request.code in words(response)
    assert "What happens next" in words(response)
    assert (request.proposed, request.by_id, request.language) == ("Econcult", None, "en")


def test_form_opens_with_the_kind_that_the_link_names(client: Client, organisation: Organisation):
    page = words(client.get(f"{ASK}?kind=hide"))

    assert 'value="hide" id="ask_kind_1" checked' in page


def test_form_keeps_what_was_typed_when_something_is_missing(
    client: Client, organisation: Organisation
):
    response = client.post(ASK, {"kind": "hide", "words": "Please hide us.", "evidence": "I am it"})

    assert response.status_code == 400
    assert "Please hide us." in words(response)
    assert 'value="I am it"' in words(response)
    assert "Hiding and removing are for those who speak for it." in words(response)
    assert Request.objects.count() == 0


def test_same_words_sent_again_are_one_request(client: Client, organisation: Organisation):
    first = client.post(ASK, SAID)

    again = client.post(ASK, SAID)
    other = client.post(ASK, {**SAID, "words": "The name has changed again."})

    assert again["Location"] == first["Location"]
    assert other["Location"] != first["Location"]
    assert Request.objects.count() == 2


def test_program_that_fills_in_everything_sends_nothing(client: Client, organisation: Organisation):
    response = client.post(ASK, {**SAID, "website": "https://example.org"})

    assert response.status_code == 400
    assert Request.objects.count() == 0


def test_seventh_request_from_an_address_keeps_what_was_typed(
    client: Client, organisation: Organisation
):
    for time in range(6):
        client.post(ASK, {**SAID, "words": f"Detail {time} has changed."})

    response = client.post(ASK, SAID)

    assert response.status_code == 400
    assert "Many requests came from your address within the hour." in words(response)
    assert "The name has changed." in words(response)
    assert Request.objects.count() == 6


@pytest.mark.parametrize(
    "path",
    [
        "people.organisation/nobody/",
        "people.organisation/a%00b/",
        "people.person/member/",
        "languages.texts/1/",
        "moderation.request/1/",
        "no.such/1/",
        "nonsense/1/",
    ],
)
def test_nobody_asks_about_what_they_cannot_see(client: Client, member: Person, path: str):
    assert client.get(f"/en/moderation/ask/{path}").status_code == 404


@pytest.mark.parametrize("language", ["en", "es", "zh-hans"])
def test_form_speaks_the_reader_s_language(
    client: Client, organisation: Organisation, language: str
):
    response = client.post(f"/{language}/moderation/ask/people.organisation/econcult/", SAID)

    assert response.status_code == 302
    assert Request.objects.get().language == {"zh-hans": "zh-Hans"}.get(language, language)


def test_whoever_has_the_code_sees_how_it_stands_but_not_the_contact(client: Client, ask: AskAbout):
    request = ask(contact="a chat name")

    response = client.get(page_of(request))

    assert response.status_code == 200
    assert "Waiting for a decision" in words(response)
    assert "a chat name" not in words(response)
    assert response["X-Robots-Tag"] == "noindex"


def test_code_is_found_however_it_was_copied(client: Client, ask: AskAbout):
    request = ask()
    typed = f" {request.code[:6].upper()} {request.code[6:]} "

    assert client.get(FIND, {"code": typed}).headers["Location"] == page_of(request)


def test_wrong_code_is_said_and_counted(client: Client, db: None):
    for _time in range(services.MOST_LOOKUPS):
        response = client.get(FIND, {"code": "nothing"})
    last = client.get(FIND, {"code": "nothing"})

    assert response.status_code == last.status_code == 404
    assert "There is no request with the code “nothing”." in words(response)
    assert "Many codes came from your address." in words(last)
    assert client.get(f"{FIND}guessed/").status_code == 403


def test_whoever_has_the_code_withdraws_by_a_button_only(client: Client, ask: AskAbout):
    request = ask()

    by_link = client.get(page_of(request, "withdraw/"))
    by_button = client.post(page_of(request, "withdraw/"), follow=True)

    assert by_link.status_code == 405
    assert "Withdrawn by whoever asked" in words(by_button)


@pytest.mark.parametrize("step", ["decide/", "undo/"])
def test_stranger_is_sent_to_sign_in_before_deciding(client: Client, ask: AskAbout, step: str):
    response = client.post(page_of(ask(), step), YES)

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/en/accounts/login/")


@pytest.mark.parametrize("step", ["decide/", "undo/"])
def test_member_is_refused_to_decide(client: Client, ask: AskAbout, member: Person, step: str):
    client.force_login(member)

    assert client.post(page_of(ask(), step), YES).status_code == 403
    assert Decision.objects.count() == 0


def test_organiser_reads_the_contact_and_decides(client: Client, ask: AskAbout, organiser: Person):
    request = ask(contact="a chat name")
    client.force_login(organiser)

    page = client.get(page_of(request, "decide/"))
    response = client.post(page_of(request, "decide/"), YES)

    assert "a chat name" in words(page)
    assert response.headers["Location"] == WAITING
    assert Decision.objects.get().reason == YES["reason"]


def test_decision_without_a_reason_keeps_what_was_chosen(
    client: Client, ask: AskAbout, organiser: Person
):
    client.force_login(organiser)

    response = client.post(page_of(ask(), "decide/"), {**YES, "reason": ""})

    assert response.status_code == 400
    assert 'value="right" selected' in words(response)
    assert Decision.objects.count() == 0


def test_hiding_what_cannot_be_hidden_is_refused_with_the_reason(
    client: Client, ask: AskAbout, organiser: Person
):
    client.force_login(organiser)
    request = ask(kind="hide", speaks_for=True)

    response = client.post(page_of(request, "decide/"), {**YES, "ground": "own_wish"})

    assert response.status_code == 400
    assert "Records of this kind cannot be hidden or removed here." in words(response)


def test_organiser_takes_a_decision_back(
    client: Client, ask: AskAbout, organiser: Person, done: list[Any]
):
    client.force_login(organiser)
    request = ask(kind="hide", speaks_for=True)
    client.post(page_of(request, "decide/"), {**YES, "ground": "own_wish"})

    page = client.get(page_of(request, "decide/"))
    client.post(page_of(request, "undo/"), {"ground": "mistake", "reason": "Another space."})

    assert "Open the request again" in words(page)
    request.refresh_from_db()
    assert request.is_open


def test_waiting_requests_are_shown_to_who_decides(
    client: Client, ask: AskAbout, organiser: Person, member: Person
):
    ask(words="Only organisers read this.")

    as_stranger = client.get(WAITING)
    client.force_login(member)
    as_member = words(client.get(WAITING))
    client.force_login(organiser)
    as_organiser = words(client.get(WAITING))

    assert as_stranger.status_code == 302
    assert "Only organisers read this." not in as_member
    assert "Nothing waits for you" in as_member
    assert "Only organisers read this." in as_organiser


def test_whoever_decides_reads_the_name_of_what_they_hid_and_nobody_else(
    client: Client, ask: AskAbout, host: Person
):
    hidden = Space.objects.create(slug="mill", name="Hidden mill", hidden_at=timezone.now())
    request = ask(about=hidden)

    as_stranger = words(client.get(page_of(request)))
    client.force_login(host)
    as_host = words(client.get(WAITING))

    assert "Hidden mill" not in as_stranger
    assert "Hidden mill" in as_host


def test_long_chinese_words_are_cut_in_the_list(client: Client, ask: AskAbout, organiser: Person):
    ask(words="字" * 4000)
    client.force_login(organiser)

    page = words(client.get(WAITING))

    assert "字" * 159 + "…" in page
    assert "字" * 160 not in page


@pytest.mark.parametrize("count", [1, 3])
def test_waiting_requests_take_the_same_number_of_queries(
    client: Client,
    ask: AskAbout,
    organiser: Person,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
):
    for _time in range(count):
        ask()
    client.force_login(organiser)
    client.get(WAITING)

    with django_assert_num_queries(6):
        response = client.get(WAITING)

    assert words(response).count("Read and decide") == count


@pytest.mark.parametrize("count", [1, 3])
def test_log_names_record_and_reason_in_the_same_number_of_queries(
    client: Client,
    ask: AskAbout,
    organiser: Person,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
):
    for _time in range(count):
        services.decide(request=ask(contact="a chat name"), by=organiser, **YES)
    client.get(LOG)

    with django_assert_num_queries(3):
        response = client.get(LOG)

    page = words(response)
    assert page.count(YES["reason"]) == count
    assert page.count("ECONCULT") == count
    assert "Olga Example" not in page
    assert "a chat name" not in page


def test_log_does_not_name_a_record_that_is_no_longer_shown(
    client: Client, ask: AskAbout, host: Person, member: Person, done: list[Any]
):
    request = ask(about=member)
    services.decide(request=request, outcome="declined", ground="known", reason="No.", by=host)

    page = words(client.get(LOG))

    assert "a record that is not shown" in page
    assert "member" not in page


@pytest.mark.parametrize(
    "query", ["?page=-1", "?page=99", "?outcome=%00", "?outcome=" + "x" * 9999]
)
def test_log_answers_whatever_it_is_asked(client: Client, db: None, query: str):
    response = client.get(f"{LOG}{query}")

    assert response.status_code == 200
    assert "No decision yet" in words(response)
