"""Data takes the short way; whatever is refused is told as everywhere else."""

from typing import Any

import pytest
from csp.decorators import csp_replace
from csp.exceptions import CSPNonceError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from creaspace.core.middleware import PagePolicy

pytestmark = pytest.mark.django_db
SPACES = "/data/spaces/facets.json"


def test_data_asks_for_no_session_and_no_language(
    client: Client, django_assert_num_queries: Any
) -> None:
    client.cookies["sessionid"] = "somebody"
    with django_assert_num_queries(3):
        said = client.get(SPACES, headers={"accept-language": "es"})

    assert said.status_code == 200
    assert "Content-Language" not in said
    assert "Cookie" not in said.get("Vary", "")
    assert int(said["Content-Length"]) == len(said.content)


def test_data_keeps_the_promises_of_every_answer(client: Client) -> None:
    said, page = client.get(SPACES), client.get("/en/about/")

    for name in ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"):
        assert said[name] == page[name]
    policies = [set(each["Content-Security-Policy"].split("; ")) for each in (said, page)]
    assert policies[0] == policies[1]


def test_what_is_refused_is_told_in_the_language_of_the_reader(client: Client) -> None:
    said = client.get(f"{SPACES}?box=1", headers={"accept-language": "es"})

    assert said.status_code == 400
    assert said.json()["error"].startswith("«1» no delimita")


def test_data_that_is_not_there_gets_the_usual_page(client: Client) -> None:
    said = client.get("/data/spaces.space/nothing.json")

    assert said.status_code == 404
    assert said["Content-Type"].startswith("text/html")
    assert client.get("/data/nothing").status_code == 404
    assert client.post(SPACES).status_code == 405
    assert client.head(SPACES).status_code == 200


def test_data_answers_to_the_names_of_this_site_only(client: Client) -> None:
    assert client.get(SPACES, headers={"host": "elsewhere.example"}).status_code == 400


def test_an_answer_that_asks_for_a_policy_of_its_own_has_it(rf: RequestFactory) -> None:
    allowing_blobs = csp_replace({"img-src": ["'self'", "blob:"]})

    def panorama(request: HttpRequest) -> HttpResponse:
        return allowing_blobs(lambda _asked: HttpResponse())(request)

    plain = PagePolicy(lambda _request: HttpResponse())(rf.get("/"))
    other = PagePolicy(panorama)(rf.get("/"))

    asked = "img-src 'self' blob:"
    assert asked not in plain["Content-Security-Policy"].split("; ")
    parts = {*other["Content-Security-Policy"].split("; ")} - {asked}
    assert parts == set(plain["Content-Security-Policy"].split("; "))


def test_a_nonce_asked_for_after_the_policy_was_written_is_refused(rf: RequestFactory) -> None:
    request = rf.get("/")
    PagePolicy(lambda _request: HttpResponse())(request)

    with pytest.raises(CSPNonceError):
        str(request.csp_nonce)
