"""The map of spaces in a browser that draws in software: moved, walked, opened, lost and found."""

import re
import shutil
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.test_access import violations
from tests.served import PHONE, WIDE, Site, serving

RUNNING = "cs-map[data-state=running]"
DRAWN_MS = 60_000  # in software, beside other tests
TILES = re.compile(r"/data/spaces/tiles/")
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154"
    "789c63e89879a601000608026eb8e7ece70000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def browser(drawing_browser: Browser) -> Browser:
    return drawing_browser


def open_map(page: Page, site: Site, path: str = "/en/spaces/") -> Locator:
    page.goto(site.url(path))
    return drawn(page)


def drawn(page: Page) -> Locator:
    element = page.locator(RUNNING)
    element.wait_for(timeout=DRAWN_MS)
    element.locator(".map-mark").first.wait_for(timeout=DRAWN_MS)
    return element


def in_view(element: Locator) -> int:
    words = element.locator("[data-slot=status]").inner_text()
    return int(re.sub(r"\D", "", words))


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def places(element: Locator) -> list[str]:
    return [mark.get_attribute("style") or "" for mark in element.locator(".map-mark").all()]


@pytest.fixture
def said(page: Page) -> list[str]:
    """What the browser complains of."""
    told: list[str] = []
    page.on("console", lambda line: told.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    return told


def test_map_comes_by_itself_and_breaks_no_policy(page: Page, site: Site, said: list[str]):
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))

    element = open_map(page, site)

    expect(element.locator("canvas")).to_be_visible()
    assert in_view(element) == 20
    assert hosts == {urlsplit(site.address).netloc}
    assert said == []


def test_axe_finds_nothing_on_a_map_with_a_card(browser: Browser, site: Site):
    for viewport, light in ((WIDE, "light"), (PHONE, "dark")):
        context = browser.new_context(
            viewport=viewport, color_scheme=light, reduced_motion="reduce", bypass_csp=True
        )
        page = context.new_page()
        page.goto(site.url("/en/spaces/?at=st-spot&view=map"))
        drawn(page).locator(".map-card").wait_for()

        found = violations(page)

        assert found == []
        context.close()


def test_another_size_of_the_window_asks_nothing(page: Page, site: Site):
    open_map(page, site)

    page.set_viewport_size({"width": 1100, "height": 1400})
    page.wait_for_timeout(1_500)

    assert page.url == site.url("/en/spaces/")
    assert page.locator(".atlas-chip").count() == 0


def test_buttons_and_keys_zoom(page: Page, site: Site):
    element = open_map(page, site, "/en/spaces/?box=90,20,125,40")
    before = in_view(element)

    element.get_by_role("button", name="Wider", exact=True).click()
    expect(element.locator("[data-slot=status]")).not_to_have_text(f"{before} spaces in view")
    wider = in_view(element)
    page.wait_for_timeout(600)  # the map stands still again
    element.locator("canvas").press("+")

    expect(element.locator("[data-slot=status]")).to_have_text(f"{before} spaces in view")
    assert wider > before


def test_map_is_dragged(page: Page, site: Site):
    element = open_map(page, site)
    before = places(element)
    canvas = element.locator("canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * 0.1, min(box["y"] + box["height"], WIDE["height"]) * 0.6

    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y, steps=4)
    page.mouse.up()

    expect(page).to_have_url(re.compile(r"[?&]box="))
    assert places(element) != before


def test_group_opens_closer_and_keeps_the_focus_on_the_map(page: Page, site: Site):
    element = open_map(page, site)
    before = in_view(element)

    element.locator(".map-group").first.press("Enter")

    expect(element.locator("[data-slot=status]")).not_to_have_text(f"{before} spaces in view")
    expect(element.locator(".map-mark:focus")).to_have_count(1)
    assert in_view(element) < before


def test_arrows_walk_and_enter_opens_a_card_that_escape_closes(page: Page, site: Site):
    element = open_map(page, site)
    element.locator(".map-mark[tabindex='0']").focus()
    walked = set()
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        walked.add(element.locator(".map-mark:focus").inner_text())
    mark = element.locator(".map-mark[data-slug='st-spot']")
    mark.focus()

    page.keyboard.press("Enter")

    expect(element.locator(".map-card")).to_contain_text("Yokohama")
    expect(mark).to_have_attribute("aria-pressed", "true")
    assert asked(page)["at"] == ["st-spot"]
    assert len(walked) > 2
    page.keyboard.press("Escape")
    expect(element.locator(".map-card")).to_be_hidden()
    expect(mark).to_be_focused()
    assert "at" not in asked(page)


def test_card_leads_to_the_page_of_the_space(page: Page, site: Site):
    element = open_map(page, site, "/en/spaces/?at=st-spot")

    element.get_by_role("link", name="Open the page").click()

    expect(page).to_have_url(site.url("/en/spaces/st-spot/"))


def test_list_and_map_light_each_other(page: Page, site: Site):
    element = open_map(page, site)
    row = page.locator("#results [data-slug='st-spot']")
    mark = element.locator(".map-mark[data-slug='st-spot']")

    row.hover()
    expect(mark).to_have_class(re.compile("is-lit"))
    mark.focus()

    expect(row).to_have_class(re.compile("is-lit"))


def test_squares_are_asked_what_the_list_answers(page: Page, site: Site):
    asked_for: list[str] = []
    page.on("request", lambda one: asked_for.append(one.url) if "/tiles/" in one.url else None)

    page.goto(site.url("/en/spaces/?kind=castle&country=CN"))
    expect(page.locator("cs-map[data-state=running]")).to_be_visible()
    expect(page.locator(".map-mark")).not_to_have_count(0)

    assert {urlsplit(url).query for url in asked_for} == {"country=CN"}


def test_group_lights_the_rows_it_stands_for(page: Page, site: Site):
    element = open_map(page, site)

    element.locator(".map-group").first.focus()

    expect(page.locator("#results [data-slug].is-lit")).not_to_have_count(0)


def test_list_follows_the_map_only_when_told(page: Page, site: Site):
    element = open_map(page, site)
    follow = element.get_by_role("checkbox", name="List follows the map")
    follow.uncheck()
    element.get_by_role("button", name="Closer", exact=True).click()
    page.wait_for_timeout(600)
    assert "box" not in asked(page)

    follow.check()

    expect(page).to_have_url(re.compile(r"[?&]box="))


def test_name_of_a_square_says_its_language(page: Page, site: Site):
    element = open_map(page, site, "/es/spaces/")

    own = element.locator(".map-mark[data-slug='st-spot'] .map-label-own")

    expect(own).to_have_attribute("lang", "ja")
    expect(element.locator("[data-slot=status]")).to_have_text("20 espacios a la vista")


def test_phone_fetches_the_map_only_when_asked(phone: Page, site: Site):
    heavy: list[str] = []
    phone.on("request", lambda one: heavy.append(one.url) if "/built/map-" in one.url else None)
    phone.goto(site.url("/en/spaces/"), wait_until="networkidle")
    assert heavy == []

    phone.locator(".atlas-switch").get_by_role("link", name="Map").tap()

    assert in_view(drawn(phone)) > 0
    assert heavy != []


def test_page_without_script_has_its_picture_and_its_list(browser: Browser, site: Site):
    context = browser.new_context(viewport=WIDE, java_script_enabled=False)
    page = context.new_page()

    page.goto(site.url("/en/spaces/"))

    expect(page.locator("cs-map .mosaic-map")).to_be_visible()
    expect(page.get_by_role("button", name="Show map")).to_be_hidden()
    assert page.locator("#results [data-slug]").count() == 20
    context.close()


def test_browser_that_cannot_draw_keeps_the_picture_and_says_so(page: Page, site: Site):
    heavy: list[str] = []
    page.on("request", lambda one: heavy.append(one.url) if "/built/map-" in one.url else None)
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")

    page.goto(site.url("/en/spaces/"))

    expect(page.locator("cs-map [data-slot=trouble]")).to_contain_text("cannot draw the map")
    expect(page.locator("cs-map .mosaic-map")).to_be_visible()
    assert heavy == []


def test_map_that_is_not_reached_says_since_when_and_tries_again(page: Page, site: Site):
    element = open_map(page, site)
    squares = element.locator(".map-mark").count()
    stop: Callable[[Route], None] = lambda route: route.abort()  # noqa: E731 -- the same for route and unroute
    page.route(TILES, stop)

    element.locator("canvas").press("+")

    expect(element.locator("[data-slot=reach]")).to_have_text(
        re.compile(r"Map not reached since \d\d:\d\d\. Trying again\.")
    )
    assert element.locator(".map-mark").count() <= squares
    page.unroute(TILES, stop)
    element.get_by_role("button", name="Try now").click()
    expect(element.locator("[data-slot=reach]")).to_be_hidden()


def test_reader_who_goes_offline_is_told(page: Page, site: Site):
    element = open_map(page, site)

    page.context.set_offline(True)

    expect(element.locator("[data-slot=reach]")).to_contain_text("No connection since")
    assert element.locator(".map-mark").count() > 0
    page.context.set_offline(False)
    expect(element.locator("[data-slot=reach]")).to_be_hidden()


# ---- a street map of the host ----


@pytest.fixture
def street_source() -> Iterator[tuple[str, list[str]]]:
    """A tile server of the test's own: its address, and what it was asked for."""
    wanted: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wanted.append(self.path)
            self.send_response(200)
            self.send_header("Content-Length", str(len(PICTURE)))
            self.end_headers()
            self.wfile.write(PICTURE)

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{{z}}/{{x}}/{{y}}.png", wanted
    server.shutdown()
    server.server_close()


def test_street_map_comes_through_our_own_address_and_may_be_lost(
    page: Page, demonstration: Path, tmp_path: Path, street_source: tuple[str, list[str]]
):
    address, wanted = street_source
    folder = tmp_path / "site"
    shutil.copytree(demonstration, folder)
    chosen = {
        "CREASPACE_BASEMAP_URL": address,
        "CREASPACE_BASEMAP_SYSTEM": "gcj02",
        "CREASPACE_BASEMAP_CREDIT": "© Test streets",
    }
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    with serving(folder, "--no-worker", **chosen) as site:
        with page.expect_response(re.compile(r"/basemap/\d+/\d+/\d+$"), timeout=DRAWN_MS):
            element = open_map(page, site)
        expect(element.locator(".map-credit")).to_contain_text("© Test streets")
        page.route(re.compile(r"/basemap/"), lambda route: route.fulfill(status=503))
        element.locator("canvas").press("+")

        expect(element.locator("[data-slot=reach-streets]")).to_contain_text(
            "Street map not reached since"
        )

    assert wanted != []
    assert hosts == {urlsplit(site.address).netloc}
