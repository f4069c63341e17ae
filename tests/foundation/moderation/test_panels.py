from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from creaspace.core.panels import panels_at
from creaspace.foundation.moderation.panels import requests_that_wait, something_wrong
from creaspace.foundation.people.models import Organisation, Person
from tests.foundation.moderation.conftest import AskAbout


def test_page_of_a_record_lets_anybody_ask(organisation: Organisation):
    request = RequestFactory().get("/en/")
    filled = something_wrong(request, organisation)

    page = render_to_string(
        "moderation/panels/ask.html", {"record": organisation, **filled}, request
    )

    assert 'action="/en/moderation/ask/people.organisation/econcult/"' in page
    assert "Do you speak for ECONCULT?" in page
    assert 'name="words"' in page
    assert "?kind=remove" in page


def test_section_can_be_reached_from_the_note_on_a_space_s_page():
    (panel,) = [each for each in panels_at("spaces.space") if "moderation" in each.template]

    assert (panel.order, panel.anchor) == (90, "ask")


def test_desk_shows_what_waits_to_who_decides_alone(
    client: Client, ask: AskAbout, organiser: Person, member: Person
):
    ask(words="The name has changed.")
    request = RequestFactory().get("/en/")

    seen = {}
    for person in (AnonymousUser(), member, organiser):
        request.user = person
        filled = requests_that_wait(request, None)
        seen[str(person)] = filled and (filled["all"], len(filled["rows"]))

    assert seen == {"AnonymousUser": None, "member": None, "Olga Example": (1, 1)}


def test_desk_shows_the_oldest_five_and_says_how_many_wait(ask: AskAbout, organiser: Person):
    for _time in range(6):
        ask()
    request = RequestFactory().get("/en/")
    request.user = organiser

    filled = requests_that_wait(request, None)
    page = render_to_string("moderation/panels/desk.html", filled, request)

    assert page.count("Read and decide") == 5
    assert "See all 6 requests" in page
