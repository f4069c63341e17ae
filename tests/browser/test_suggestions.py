"""Suggestions in a browser: typed, walked, taken, put away; with input methods and slow answers."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.test_access import violations
from tests.served import PHONE, Site

SUGGEST = re.compile(r"/suggest/\?q=")


def typing(page: Page, words: str) -> Locator:
    field = page.get_by_role("combobox").first
    field.press_sequentially(words)
    return field


def options(page: Page) -> Locator:
    """Not those of the order of the list, which are options too."""
    return page.locator(".suggest").get_by_role("option")


def test_arrows_walk_the_suggestions_and_enter_takes_one(page: Page, site: Site):
    page.goto(site.url("/en/spaces/"))

    field = typing(page, "shic")
    expect(options(page)).to_have_count(1)
    expect(page.locator("cs-suggest [role=status]")).to_have_text(
        "1 suggestion. Choose with the arrow keys."
    )
    assert field.get_attribute("aria-expanded") == "true"
    field.press("ArrowDown")
    chosen = options(page).and_(page.get_by_role("option", selected=True))
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert page.evaluate("document.activeElement.id") == "words"
    field.press("Enter")

    page.wait_for_url(site.url("/en/spaces/shicui/"))


def test_enter_without_a_choice_asks_the_atlas(page: Page, site: Site):
    page.goto(site.url("/en/spaces/"))

    field = typing(page, "昆明")
    expect(options(page).first).to_be_visible()
    field.press("Enter")

    expect(page.locator(".atlas-count")).to_have_text("3 spaces in China")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_escape_and_leaving_put_the_suggestions_away(page: Page, site: Site):
    page.goto(site.url("/en/search/"))

    field = typing(page, "shic")
    expect(options(page).first).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert field.input_value() == "shic"
    field.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    field.press("Tab")

    expect(page.get_by_role("listbox")).to_be_hidden()
    assert field.get_attribute("aria-expanded") == "false"


def test_nothing_moves_when_suggestions_come(page: Page, site: Site):
    page.goto(site.url("/en/search/"))
    below = page.locator("main .lede").bounding_box()

    typing(page, "valenc")
    expect(options(page).first).to_be_visible()

    assert page.locator("main .lede").bounding_box() == below


def test_slow_answer_to_fewer_letters_never_shows(page: Page, site: Site):
    def slowly(route: Route) -> None:
        if route.request.url.endswith("?q=shic"):
            page.wait_for_timeout(600)
        route.continue_()

    page.goto(site.url("/en/spaces/"))
    page.route(SUGGEST, slowly)

    field = typing(page, "shic")
    page.wait_for_timeout(250)
    field.fill("jindi")
    page.wait_for_timeout(1_200)

    expect(options(page)).to_have_count(1)
    expect(options(page)).to_contain_text("Jinding 1919")


def test_letters_of_an_input_method_are_not_asked_for(page: Page, site: Site):
    asked: list[str] = []
    page.on("request", lambda request: SUGGEST.search(request.url) and asked.append(request.url))
    page.goto(site.url("/zh-hans/spaces/"))
    page.locator("#words").focus()
    session = page.context.new_cdp_session(page)

    for composed in ("k", "ku", "kun"):
        session.send(
            "Input.imeSetComposition",
            {"text": composed, "selectionStart": len(composed), "selectionEnd": len(composed)},
        )
        page.wait_for_timeout(200)
    composing = list(asked)
    session.send("Input.insertText", {"text": "昆明"})
    expect(options(page).first).to_contain_text("昆明")

    assert composing == []
    assert len(asked) == 1


def test_page_answers_where_suggestions_cannot_be_reached(page: Page, site: Site):
    page.route(SUGGEST, lambda route: route.abort())
    page.goto(site.url("/en/search/"))

    field = typing(page, "shicui")
    page.wait_for_timeout(400)
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.press("Enter")

    expect(page.get_by_role("link", name="Shicui").first).to_be_visible()


@pytest.mark.parametrize("path", ["/en/spaces/", "/es/search/"])
def test_phone_has_room_for_a_finger_and_axe_finds_nothing(browser: Browser, site: Site, path: str):
    context = browser.new_context(viewport=PHONE, bypass_csp=True, has_touch=True)
    page = context.new_page()
    page.goto(site.url(path))

    typing(page, "valenc")
    options(page).first.wait_for()
    sizes = [option.bounding_box() for option in options(page).all()]

    assert all(size and size["height"] >= 44 for size in sizes)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    options(page).first.tap()
    page.wait_for_url(re.compile("near=|/spaces/|/programmes/"))
    context.close()


def test_field_is_a_plain_one_without_script(browser: Browser, site: Site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url("/en/search/"))

    field = page.locator("#q")
    field.fill("shicui")
    field.press("Enter")

    assert page.url == site.url("/en/search/?q=shicui")
    expect(page.get_by_role("link", name="Shicui").first).to_be_visible()
    context.close()
