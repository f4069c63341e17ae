"""Pages of no room: languages, refusals and errors, in the reader's language."""

from html import unescape

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpRequest
from django.test import Client, RequestFactory
from django.utils.translation import override
from pytest_django import Settings

from creaspace.core import views

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_in_english(rf: RequestFactory) -> HttpRequest:
    request = rf.get("/en/somewhere/")
    request.LANGUAGE_CODE = "en"
    return request


@pytest.mark.parametrize(
    ("accepted", "url"),
    [("zh-CN,zh;q=0.9", "/zh-hans/"), ("es-ES", "/es/"), ("fr,en;q=0.5", "/en/"), ("", "/en/")],
)
def test_bare_address_leads_to_the_language_the_browser_asks_for(
    client: Client, accepted: str, url: str
) -> None:
    response = client.get("/", headers={"accept-language": accepted})

    assert (response.status_code, response["Location"]) == (302, url)
    assert {"Accept-Language", "Cookie"} <= {part.strip() for part in response["Vary"].split(",")}


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        *[("zh-Hans", "zh-hans"), ("ZH-HANS", "zh-hans"), ("zh-CN", "zh-hans"), ("zh", "zh-hans")],
        *[("EN", "en"), ("Es", "es"), ("es-MX", "es")],
    ],
)
def test_other_spelling_of_a_language_leads_to_the_right_one(
    client: Client, code: str, meant: str
) -> None:
    response = client.get(f"/{code}/spaces/?q=a%20b")

    assert response.status_code == 301
    assert response["Location"] == f"/{meant}/spaces/?q=a%20b"


@pytest.mark.parametrize(
    "path", ["/fr/spaces/", "/zh-Hant/", "/zh-TW/", "/ja/", "/nowhere", "/en/nowhere/"]
)
def test_what_leads_nowhere_is_not_found(client: Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 404
    assert "<h1" in response.content.decode()


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("es", "es"), ("zh-hans", "zh-Hans")])
def test_not_found_page_speaks_the_readers_language(
    client: Client, language: str, tag: str
) -> None:
    response = client.get(f"/{language}/nowhere/")

    assert response.status_code == 404
    assert f'<html lang="{tag}"' in response.content.decode()


def test_refusal_gives_its_reason(request_in_english: HttpRequest) -> None:
    with override("en"):
        response = views.forbidden(request_in_english, PermissionDenied("Only <b>stewards</b>."))

    page = response.content.decode()
    assert response.status_code == 403
    assert "Only &lt;b&gt;stewards&lt;/b&gt;." in page


def test_not_found_does_not_repeat_the_address(request_in_english: HttpRequest) -> None:
    response = views.not_found(request_in_english, Http404("secret"))

    assert "secret" not in response.content.decode()


def test_page_for_errors_needs_neither_request_nor_database(
    request_in_english: HttpRequest,
) -> None:
    response = views.server_error(request_in_english)

    assert response.status_code == 500
    assert "<h1" in response.content.decode()


def write_to_a_locked_database() -> None:
    raise OperationalError("database is locked")


def answer_of_a_locked_database(request: HttpRequest) -> tuple[int, str]:
    try:
        write_to_a_locked_database()
    except OperationalError:
        response = views.server_error(request)
    return response.status_code, response.content.decode()


def test_what_a_locked_database_did_not_take_can_be_sent_again(rf: RequestFactory) -> None:
    typed = {"words": "\nIt <b>moved</b>.", "kind": ["a", "b"], "password1": "secret words"}

    status, page = answer_of_a_locked_database(rf.post("/en/somewhere/?a=1&b=2", typed))

    assert status == 503
    assert page.count('method="post" action="/en/somewhere/?a=1&amp;b=2"') == 3
    assert page.count('<textarea name="kind" hidden>') == 6
    assert "\n\nIt &lt;b&gt;moved&lt;/b&gt;.</textarea>" in page
    assert 'name="csrfmiddlewaretoken" value="' in page
    assert "secret words" not in page


def test_page_that_a_locked_database_did_not_give_can_be_opened_again(rf: RequestFactory) -> None:
    status, page = answer_of_a_locked_database(rf.get("/en/somewhere/"))

    assert status == 503
    assert "<form" not in page
    assert '<a class="button" href="/en/somewhere/">' in page


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Too many tries in a short time."),
        ("es", "Demasiados intentos en poco tiempo."),
        ("zh-hans", "短时间内尝试次数过多。"),
    ],
)
def test_too_many_tries_at_the_door_get_a_page_in_the_readers_language(
    client: Client, settings: Settings, language: str, words: str
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}
    client.post(f"/{language}/accounts/signup/")

    response = client.post(f"/{language}/accounts/signup/")

    page = response.content.decode()
    assert (response.status_code, response["Retry-After"]) == (429, "60")
    assert words in page
    assert 'class="page-body"' in page


def test_stale_form_says_what_to_do() -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/en/accounts/login/", {"login": "a", "password": "b"})

    page = unescape(response.content.decode())
    assert response.status_code == 403
    assert "<h1" in page
    assert "CSRF" not in page


def test_offline_page_stands_in_every_language(client: Client) -> None:
    for language in ("en", "es", "zh-hans"):
        assert client.get(f"/{language}/offline/").status_code == 200


def test_pages_are_only_read(client: Client) -> None:
    assert client.post("/").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        *("/s/%00", "/share/%00.png", "/qr/%00.svg", "/h/%00", "/data/%00/a.json"),
        *("/en/people/handover/%00/", "/en/moderation/ask/spaces.space/%00/"),
        *("/en/moderation/ask/%00/a/", "/en/versions/%00/a/1/", "/en/spaces/%00/"),
        *("/en/people/?q=%00", "/en/calls/?q=%00", "/en/outputs/?kind=%00"),
        *("/en/vocabularies/x/?version=%00", "/en/moderation/requests/?code=%00"),
    ],
)
def test_nul_in_an_address_gives_a_page(client: Client, path: str) -> None:
    assert client.get(path).status_code in {200, 302, 404}


PRESSED = "/en/moderation/requests/abcdefghjkmn/withdraw/"


@pytest.mark.parametrize(
    ("language", "tag", "words"),
    [
        ("en", "en", "Here something is done, not read."),
        ("es", "es", "Aquí se hace algo; no hay nada que leer."),
        ("zh-hans", "zh-Hans", "这个地址用于操作，不是用来阅读的。"),
    ],
)
def test_address_of_a_button_opened_without_it_says_what_to_do(
    client: Client, language: str, tag: str, words: str
) -> None:
    response = client.get(PRESSED.replace("/en/", f"/{language}/"))

    page = unescape(response.content.decode())
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert f'<html lang="{tag}"' in page
    assert words in page


def test_page_that_takes_nothing_leads_to_itself(client: Client) -> None:
    response = client.post("/en/spaces/?q=a")

    page = response.content.decode()
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert "This page can only be read." in page
    assert '<a class="button" href="/en/spaces/">' in page
