"""The atlas in a browser: choices refresh the list and the address, with script and without."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_access import violations
from tests.served import PHONE, WIDE, Site


def rows(page: Page) -> int:
    return page.locator("#results [data-slug]").count()


def test_choice_refreshes_list_counts_and_address_and_keeps_the_focus(page: Page, site: Site):
    page.goto(site.url("/en/spaces/"))
    page.evaluate("window.sameDocument = true")

    page.locator("#country-es").check()
    expect(page.locator(".atlas-count")).to_have_text("10 spaces in Spain")

    assert page.url == site.url("/en/spaces/?country=ES")
    assert rows(page) == 10
    assert page.evaluate("document.activeElement.id") == "country-es"
    assert page.evaluate("window.sameDocument") is True


def test_words_and_order_refresh_the_list_and_going_back_restores_all(page: Page, site: Site):
    page.goto(site.url("/en/spaces/"))

    page.locator("#words").fill("昆明")
    page.locator("#words").press("Enter")
    expect(page.locator(".atlas-count")).to_have_text("3 spaces in China")
    page.locator("select[name=sort]").select_option("name")
    page.wait_for_url(re.compile("sort=name"))
    with page.expect_event("load"):
        page.evaluate("history.back()")
    expect(page.locator("select[name=sort]")).to_have_value("relevance")
    page.evaluate("history.back()")
    expect(page.locator(".atlas-count")).to_have_text("20 spaces in 7 countries")

    assert page.url == site.url("/en/spaces/")
    assert page.locator("#words").input_value() == ""


def test_old_answer_never_overtakes_a_new_one(page: Page, site: Site):
    page.goto(site.url("/en/spaces/"))

    for code in ("es", "cn", "jp"):
        page.locator(f"#country-{code}").check()
    page.locator("#country-cn").uncheck()
    expect(page.locator(".atlas-count")).to_have_text("11 spaces in 2 countries")

    assert page.locator("#country-es").is_checked()
    assert not page.locator("#country-cn").is_checked()


def test_all_of_it_works_without_script(browser: Browser, site: Site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url("/en/spaces/"))

    page.locator("#country-cn").check()
    page.get_by_role("button", name="Show results").click()
    narrowed = page.locator(".atlas-count").inner_text()
    page.locator("input[name=place]").fill("昆明")
    page.locator("input[name=within]").fill("30")
    page.get_by_role("button", name="Search", exact=True).click()

    assert narrowed == "4 spaces in China"
    assert "country=CN" in page.url
    assert "within=30&sort=distance" in page.url
    assert page.locator(".atlas-count").inner_text() == "3 spaces in China"
    page.get_by_role("link", name="Take all away").click()
    assert page.locator(".atlas-count").inner_text() == "20 spaces in 7 countries"
    context.close()


def test_phone_shows_choices_above_the_list_and_list_or_map(browser: Browser, site: Site):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url("/en/spaces/"))

    expect(page.locator("#facets")).to_be_hidden()
    expect(page.locator("cs-map")).to_be_hidden()
    page.locator("label[for=show-choices]").click()
    expect(page.locator("#facets")).to_be_visible()
    page.locator(".atlas-switch").get_by_role("link", name="Map").click()
    expect(page.locator("cs-map")).to_be_visible()
    expect(page.locator("#results")).to_be_hidden()
    assert page.url == site.url("/en/spaces/?view=map")
    page.go_back()
    expect(page.locator("#results")).to_be_visible()
    expect(page.locator("cs-map")).to_be_hidden()
    context.close()


def test_phone_keeps_the_map_while_the_question_changes(browser: Browser, site: Site):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(site.url("/en/spaces/?country=ES&view=map"))

    page.locator("#words").fill("昆明")
    page.locator("#words").press("Enter")
    expect(page.locator(".atlas-count")).to_have_text("0 spaces")
    page.get_by_role("link", name="Take away: Spain").click()

    expect(page.locator(".atlas-count")).to_have_text("3 spaces in China")
    assert "view=map" in page.url
    expect(page.locator("cs-map")).to_be_visible()
    ways = page.locator(".atlas-switch").get_by_role("link")
    expect(ways.first).to_have_text("List 3")
    assert all((way.bounding_box() or {})["height"] >= 44 for way in ways.all())
    context.close()


def test_member_saves_a_search_and_sees_it_beside_the_list(browser: Browser, own_site: Site):
    context = browser.new_context(
        viewport=WIDE, storage_state=own_site.signed_in(browser, "visitor"), bypass_csp=True
    )
    page = context.new_page()
    page.goto(own_site.url("/en/spaces/?country=ES"))

    page.get_by_role("link", name="Save this search").click()
    faults = violations(page)
    page.get_by_role("button", name="Save this search").click()
    page.get_by_role("link", name="Saved: Spain").click()
    faults += violations(page)
    page.goto(own_site.url("/en/spaces/searches/"))
    faults += violations(page)

    expect(page.get_by_role("link", name="Spain", exact=True)).to_be_visible()
    assert faults == []
    context.close()


@pytest.mark.parametrize("language", ["en", "es", "zh-hans"])
def test_atlas_speaks_to_nobody_else(page: Page, site: Site, language: str):
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))

    page.goto(site.url(f"/{language}/spaces/?q=valencia"))
    page.locator("select[name=sort]").select_option("new")
    page.wait_for_url(re.compile("sort=new"))

    assert hosts == {urlsplit(site.address).netloc}
