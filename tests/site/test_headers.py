"""What every page promises to a browser, and that nothing on it breaks the promise."""

from urllib.parse import urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.crawling import Seen
from tests.site.pages import LISTS, OF_MEMBERS, OF_STRANGERS, addresses_of, public_pages
from tests.site.scene import Scene

POLICY = {
    "default-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": {"nosniff"},
    "X-Frame-Options": {"DENY"},
    "Referrer-Policy": {"strict-origin-when-cross-origin", "same-origin"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
}
FILES = (
    *("/robots.txt", "/sitemap.xml", "/sw.js", "/s/st-spot", "/qr/st-spot.svg", "/"),
    *("/share/st-spot.png?lang=es", "/data/spaces.space/st-spot.json", "/zh-Hans/spaces/"),
    *("/en/visits/kunming-2016/calendar.ics", "/en/vocabularies/tenure.json", "/en/nothing/"),
)


def policy_of(said: HttpResponse) -> dict[str, str]:
    parts = [part.strip().partition(" ") for part in said["Content-Security-Policy"].split(";")]
    return {name: value for name, _space, value in parts}


def broken_promises(client: Client, paths: list[str]) -> list[str]:
    found = []
    for path in paths:
        said = client.get(path)
        if policy_of(said) != POLICY:
            found.append(f"{path}: {said['Content-Security-Policy']}")
        found += [
            f"{path}: {name}: {said.get(name)}"
            for name, wanted in HEADERS.items()
            if said.get(name) not in wanted
        ]
        if said["Content-Type"].startswith("text/html"):
            found += [f"{path}: {fault}" for fault in _faults(said)]
    return found


def _faults(said: HttpResponse) -> list[str]:
    page = Seen()
    page.feed(said.content.decode())
    foreign = [asset for asset in page.assets if not _is_ours(asset)]
    return [*page.inline, *foreign]


def _is_ours(asset: str) -> bool:
    """On our own address, and not written into the page: `data:` and `blob:` are refused too."""
    parts = urlsplit(asset)
    return not parts.scheme and not parts.netloc


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_public_pages_keep_what_they_promise(scene: Scene, language: str):
    pages = [*public_pages(language, most=2), *addresses_of(OF_STRANGERS, language)]

    assert broken_promises(scene.client("stranger"), pages) == []


@pytest.mark.parametrize("role", ["member", "steward", "organiser"])
def test_pages_of_those_who_signed_in_keep_what_they_promise(scene: Scene, role: str):
    pages = [*addresses_of((*OF_MEMBERS, *LISTS), "es"), "/en/spaces/st-spot/"]

    assert broken_promises(scene.client(role), pages) == []


def test_files_and_redirections_keep_what_they_promise(scene: Scene):
    assert broken_promises(scene.client("stranger"), list(FILES)) == []


def test_keepers_desk_keeps_what_it_promises(scene: Scene):
    pages = ["/admin/", "/admin/spaces/space/", "/admin/people/person/", "/admin/spaces/space/add/"]

    assert broken_promises(scene.client("keeper"), pages) == []


def test_one_time_link_tells_its_address_to_nobody(scene: Scene):
    token = scene.named["invitation"]

    page = scene.client("stranger").get(f"/en/people/handover/{token}/")
    bare = scene.client("stranger").get(f"/h/{token}")

    for said in (page, bare):
        assert said["Referrer-Policy"] == "same-origin"
        assert "no-store" in said["Cache-Control"]


def test_desk_is_kept_by_no_cache_between(scene: Scene):
    kept = [
        path
        for path in addresses_of(("portal:desk", "inbox:inbox", "people:me", "people:links"), "en")
        if "private" not in scene.client("member").get(path).get("Cache-Control", "")
    ]

    assert kept == []
