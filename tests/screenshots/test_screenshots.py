"""Pictures of the main pages: wide and phone, light and dark, in three languages."""

from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.served import PHONE, WIDE, Site, picture

PAGES = {
    "home": "/",
    "programme": "/programmes/ecn-2016/",
    "spaces": "/spaces/",
    "no-space": "/spaces/?q=vlencia&country=JP",
    "space": "/spaces/st-spot/",
    "visit": "/visits/kunming-2016/",
    "call": "/calls/ecn-call-asia/",
    "search": "/search/?q=valencia",
}
WITH_A_MAP = ("spaces",)
DRAWN, DRAWN_MS = "cs-map[data-state=running] .map-mark", 60_000
LANGUAGES = ("en", "es", "zh-hans")
WIDTHS = {"wide": WIDE, "phone": PHONE}
Light = Literal["light", "dark"]
LIGHTS: tuple[Light, ...] = ("light", "dark")


def pictures(page: Page, name: str, language: str) -> list[Path]:
    """The page by day and by night; it need not be fetched again for that."""
    taken = []
    for light in LIGHTS:
        page.emulate_media(color_scheme=light)
        if page.locator(DRAWN).count():  # the land is drawn anew in other inks
            page.locator(f"cs-map [data-inks={light}]").wait_for(timeout=DRAWN_MS)
        taken.append(picture(page, f"{name}-{light}-{language}"))
    return taken


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_page_is_pictured(request: pytest.FixtureRequest, site: Site, name: str, language: str):
    browser = request.getfixturevalue("drawing_browser" if name in WITH_A_MAP else "browser")
    context = browser.new_context()
    page = context.new_page()
    for width, viewport in WIDTHS.items():
        page.set_viewport_size(viewport)

        answer = page.goto(site.url(f"/{language}{PAGES[name]}"))
        if name in WITH_A_MAP and width == "wide":  # a phone shows it when asked
            page.locator(DRAWN).first.wait_for(timeout=DRAWN_MS)
        taken = pictures(page, f"{name}-{width}", language)

        assert answer is not None
        assert answer.status == 200
        assert min(each.stat().st_size for each in taken) > 10_000
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            "it scrolls aside"
        )
    context.close()


@pytest.mark.parametrize("role", ["visitor", "steward", "organiser"])
def test_desk_is_pictured(browser: Browser, site: Site, role: str):
    context = browser.new_context(storage_state=site.signed_in(browser, role))
    page = context.new_page()
    for language, width in product(LANGUAGES, WIDTHS):
        page.set_viewport_size(WIDTHS[width])

        answer = page.goto(site.url(f"/{language}/desk/"))
        taken = pictures(page, f"desk-{role}-{width}", language)

        assert answer is not None
        assert answer.status == 200
        assert page.url.endswith("/desk/"), "it asks to sign in"
        assert min(each.stat().st_size for each in taken) > 10_000
    context.close()


def test_readme_picture_shows_the_home_page(browser: Browser, site: Site):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, device_scale_factor=1)
    page = context.new_page()

    page.goto(site.url("/en/"))
    taken = picture(page, "readme", whole=False)

    assert taken.stat().st_size > 10_000
    context.close()
