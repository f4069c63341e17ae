"""Whatever stands in an address, a page follows: never an error of ours, always in our style."""

from collections.abc import Iterable
from http import HTTPStatus
from itertools import cycle
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.site.pages import OF_MEMBERS, OF_STRANGERS, addresses_of, public_pages
from tests.site.scene import Scene

GOOD = {
    *(HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.MOVED_PERMANENTLY),
    *(HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.GONE),
}
LEADS_ON = {HTTPStatus.FOUND, HTTPStatus.MOVED_PERMANENTLY}
NAMES = (
    *("q", "page", "sort", "kind", "country", "activity", "role", "outcome", "show", "status"),
    *("exactness", "version", "lang", "language", "next", "code", "nothing_of_ours"),
)
HOSTILE = {
    "ten kilobytes": "x" * 10_000,
    "ten kilobytes of Chinese": "空" * 3_400,
    "SQL": "' OR 1=1; DROP TABLE spaces_space; --",
    "SQL in Unicode": "＇ UNION SELECT * FROM people_person —",
    "pattern of LIKE": "%_\\%\\_" * 20,
    "a negative number": "-1",
    "a number of twenty figures": "99999999999999999999",
    "a number no machine has": "1e400",
    "figures of another script": "٣",
    "NUL": "\0",
    "NUL in a word": "spa\0ce",
    "half of a pair": "\ud800",
    "a template": "{{ settings.SECRET_KEY }}{% include 'x' %}",
    "markup": '"><script>alert(1)</script>',
    "a path": "../../../../etc/passwd",
    "a foreign address": "https://example.org/%0d%0aSet-Cookie:a=b",
    "unknown language": "tlh",
    "line ends": "a\r\nX-Injected: yes",
    "nothing": "",
}
RAW = {
    "bytes that are no UTF-8": "%ff%fe%80",
    "NUL": "%00",
    "half an escape": "%",
    "a plus and a hash": "+%23",
    "names without values": "&&=&a&=b",
}


IDS = [*HOSTILE, *RAW]
READ_PARAMETERS = (
    *("spaces:list", "statements:sources", "people:directory", "people:organisations"),
    *("moderation:log", "moderation:find", "programmes:list", "portal:search"),
)
ASK = "/en/moderation/ask/spaces.space/st-spot/"
SCHEME = "/en/vocabularies/tenure/"
SHARE = "/share/st-spot.png"
LOGIN = "/en/accounts/login/"
WISHES = (
    *("xx", "*", ";;;q=", "zh-Hans-CN;q=9", "en" * 5_000, "\u00e9\u00e8", "../../etc"),
    *("q=1;en,,,", "C", "tlh"),
)
OWN_LISTS = ("/en/inbox/", "/en/inbox/outbox/", "/en/people/links/", "/en/moderation/")
RECORDS = (  # each {} is a part of an address that a stranger may fill with anything
    *("/{}", "/en/{}/", "/s/{}", "/h/{}", "/share/{}.png", "/qr/{}.svg", "/sitemap-{}.xml"),
    *("/data/{}/st-spot.json", "/data/spaces.space/{}.json", "/en/spaces/{}/"),
    *("/en/moderation/ask/{}/st-spot/", "/en/moderation/ask/spaces.space/{}/"),
    *("/en/moderation/requests/{}/", "/en/people/handover/{}/", "/zh-Hans/{}/"),
    *("/en/versions/{}/st-spot/1/", "/en/versions/spaces.space/st-spot/{}/"),
    *("/en/accounts/confirm-email/{}/", "/en/accounts/password/reset/key/1-{}/"),
    *("/en/accounts/oidc/{}/login/", "/files/{}/thumb.webp", "/static/{}"),
)
OWN_RECORDS = (
    "/en/people/links/{}/",
    "/en/people/links/{}/qr.svg",
    "/en/moderation/requests/{}/decide/",
)


def encoded(value: str) -> str:
    return quote(value.encode("utf-8", "surrogatepass"))


def query_of(*values: str) -> str:
    """Every parameter, filled with these values in turn, the first of them twice."""
    turns = cycle(values)
    return "&".join(f"{name}={next(turns)}" for name in (*NAMES, *NAMES[:2]))


def wrong(client: Client, paths: Iterable[str], **headers: str) -> list[str]:
    """The addresses that did not get a page of ours."""
    found = []
    for path in paths:
        said = client.get(path, headers=headers)
        if said.status_code not in GOOD or not _is_ours(said):
            found.append(f"{said.status_code} {path[:120]}")
    return found


def _is_ours(said: HttpResponse) -> bool:
    """A page with our head; what leads on and what is no page have none."""
    if said.status_code in LEADS_ON or not said["Content-Type"].startswith("text/html"):
        return True
    return b'<header class="bar">' in said.content and b"<main" in said.content


@pytest.mark.parametrize("value", [*map(encoded, HOSTILE.values()), *RAW.values()], ids=IDS)
def test_pages_that_read_parameters_bear_hostile_values(scene: Scene, value: str):
    query = query_of(value)
    read = [*addresses_of(READ_PARAMETERS, "en"), ASK, SCHEME, SHARE, LOGIN]

    assert wrong(scene.client("stranger"), [f"{path}?{query}" for path in read]) == []
    assert wrong(scene.client("operator"), [f"{path}?{query}" for path in OWN_LISTS]) == []


def test_every_page_bears_hostile_parameters(scene: Scene):
    query = query_of(*map(encoded, HOSTILE.values()), *RAW.values())
    public = [*public_pages("en", most=1), *addresses_of(OF_STRANGERS, "en")]
    own = addresses_of(OF_MEMBERS, "en")

    assert wrong(scene.client("stranger"), [f"{path}?{query}" for path in public]) == []
    assert wrong(scene.client("member"), [f"{path}?{query}" for path in own]) == []


@pytest.mark.parametrize("value", [*map(encoded, HOSTILE.values()), *RAW.values()], ids=IDS)
def test_addresses_bear_hostile_names_of_records(scene: Scene, value: str):
    assert wrong(scene.client("stranger"), [path.format(value) for path in RECORDS]) == []
    assert wrong(scene.client("operator"), [path.format(value) for path in OWN_RECORDS]) == []


@pytest.mark.parametrize("header", WISHES)
def test_any_wish_for_a_language_gives_a_page(scene: Scene, header: str):
    stranger = scene.client("stranger")
    leading = ["/", "/s/st-spot", f"/h/{scene.named['invitation']}", "/nothing", "/en/spaces/"]

    assert wrong(stranger, leading, accept_language=header) == []


def test_a_wish_for_a_language_in_a_cookie_gives_a_page(scene: Scene):
    stranger = scene.client("stranger")
    stranger.cookies["django_language"] = "../../x" * 300

    assert wrong(stranger, ["/", "/s/st-spot", "/nothing"]) == []


@pytest.mark.parametrize("host", ["evil.example", "a b", "localhost:eighty"])
def test_foreign_host_is_refused_in_our_style(scene: Scene, host: str):
    said = scene.client("stranger").get("/en/", headers={"host": host})

    assert said.status_code == HTTPStatus.BAD_REQUEST
    assert _is_ours(said)


@settings(
    max_examples=50,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.sampled_from(NAMES), value=st.text(max_size=60), path=st.sampled_from(READ_PARAMETERS)
)
def test_random_parameters_give_a_page(scene: Scene, name: str, value: str, path: str):
    address = addresses_of((path,), "en")[0]

    assert wrong(scene.client("stranger"), [f"{address}?{name}={encoded(value)}"]) == []
