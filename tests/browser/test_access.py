"""Every kind of page, as axe reads it and as a slow line carries it."""

import re
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Response, ViewportSize

from tests.served import PHONE, WIDE, Site

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
MOST_BYTES = 100_000
OF_THE_MAP = re.compile(r"/core/built/map-|/data/spaces/tiles/")  # comes after the first paint
LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"]], ...] = (
    (WIDE, "light"),
    (PHONE, "dark"),
)
PAGES = {
    "home": "/",
    "about": "/about/",
    "search": "/search/",
    "results": "/search/?q=valencia",
    "results of one kind": "/search/?q=valencia&room=spaces.space",
    "nothing found": "/search/?q=vlencia",
    "programme": "/programmes/ecn-2016/",
    "spaces": "/spaces/",
    "spaces narrowed down": "/spaces/?q=valencia&country=ES&kind=castle&sort=name",
    "no space": "/spaces/?q=vlencia&country=JP",
    "space": "/spaces/st-spot/",
    "visit": "/visits/kunming-2016/",
    "workshop": "/workshops/kunming-workshop/",
    "call": "/calls/ecn-call-asia/",
    "output": "/outputs/best-practice/",
    "questions": "/questions/",
    "sources": "/sources/",
    "sign in": "/accounts/login/",
    "sign up": "/accounts/signup/",
    "not found": "/no-such-page/",
}


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{fault['id']}: {fault['help']}: {[node['target'] for node in fault['nodes']]}"
        for fault in found["violations"]
    ]


@pytest.mark.parametrize("language", ["en", "es", "zh-hans"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, site: Site, name: str, language: str):
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    for viewport, light in LOOKS:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=light)

        page.goto(site.url(f"/{language}{PAGES[name]}"))
        found = violations(page)

        assert found == []
    context.close()


@pytest.mark.parametrize("role", ["visitor", "steward", "organiser"])
def test_axe_finds_nothing_on_the_desk(browser: Browser, site: Site, role: str):
    context = browser.new_context(storage_state=site.signed_in(browser, role), bypass_csp=True)
    page = context.new_page()

    page.goto(site.url("/en/desk/"))
    found = violations(page)

    assert found == []
    context.close()


@pytest.mark.parametrize("language", ["en", "es", "zh-hans"])
@pytest.mark.parametrize("name", PAGES)
def test_first_load_is_light_and_breaks_no_policy(
    browser: Browser, site: Site, name: str, language: str
):
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    said: list[str] = []
    answers: list[Response] = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 -- marks the function

    page.goto(site.url(f"/{language}{PAGES[name]}"), wait_until="networkidle")
    first = [answer for answer in answers if not OF_THE_MAP.search(answer.url)]
    weight = sum(answer.request.sizes()["responseBodySize"] for answer in first)
    complaints = [text for text in said if "404 (Not Found)" not in text or name != "not found"]

    assert weight <= MOST_BYTES
    assert complaints == []
    context.close()
