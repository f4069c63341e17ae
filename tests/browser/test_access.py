"""Every kind of page, as axe reads it and as a slow line carries it."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, ViewportSize

from tests.served import PHONE, WIDE, Site

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
MOST_BYTES = 100_000
OF_THE_MAP = re.compile(r"/core/built/map-|/data/spaces/tiles/")  # comes after the first paint
REFUSED = {  # what a browser rightly says of a page
    "not found": "404 (Not Found)",
}
Look = tuple[ViewportSize, Literal["light", "dark"]]
FIRST_LOOK: Look = (WIDE, "light")
SECOND_LOOK: Look = (PHONE, "dark")
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


def faults_at(page: Page, address: str, look: Look) -> list[str]:
    """What axe finds on a page opened anew; when told, all that comes by itself has come."""
    viewport, light = look
    page.set_viewport_size(viewport)
    page.emulate_media(color_scheme=light)
    page.goto(address)
    found = violations(page)
    page.wait_for_load_state("networkidle")
    return found


@dataclass
class Noted:
    """What came over the line, and what the browser complained of, while a page was looked at."""

    answers: list[Response] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("response", self._keep)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._read)

    def _keep(self, answer: Response) -> None:
        self.answers.append(answer)

    def _read(self, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.complaints.append(line.text)

    def weight(self) -> int:
        """Bytes of all that came, but for the map."""
        first = [answer for answer in self.answers if not OF_THE_MAP.search(answer.url)]
        return sum(answer.request.sizes()["responseBodySize"] for answer in first)


@pytest.mark.parametrize("language", ["en", "es", "zh-hans"])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_light_breaks_no_policy_and_axe_finds_nothing(
    browser: Browser, site: Site, name: str, language: str
):
    """The first look is a reader's first visit, with nothing kept; the second one is at night."""
    context = browser.new_context(reduced_motion="reduce")
    page, noted = context.new_page(), Noted()
    noted.listen(page)
    address = site.url(f"/{language}{PAGES[name]}")

    faults = faults_at(page, address, FIRST_LOOK)
    weight = noted.weight()
    faults += faults_at(page, address, SECOND_LOOK)
    refused = REFUSED.get(name)
    complaints = [text for text in noted.complaints if not refused or refused not in text]

    assert weight <= MOST_BYTES
    assert complaints == []
    assert faults == []
    context.close()


@pytest.mark.parametrize("role", ["visitor", "steward", "organiser"])
def test_axe_finds_nothing_on_the_desk(browser: Browser, site: Site, role: str):
    context = browser.new_context(storage_state=site.signed_in(browser, role), bypass_csp=True)
    page = context.new_page()

    page.goto(site.url("/en/desk/"))
    found = violations(page)

    assert found == []
    context.close()
