"""An organiser where the host asks for a second factor: led to it, sets it up, and acts."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.test_passkey import give_device
from tests.served import Site, serving


@pytest.fixture
def strict_site(demonstration: Path, tmp_path: Path) -> Iterator[Site]:
    """A copy whose host asks organisers for a second factor."""
    folder = tmp_path / "strict"
    shutil.copytree(demonstration, folder)
    with serving(folder, CREASPACE_ORGANISERS_SECOND_FACTOR="yes") as running:
        yield running


def sign_in(page: Page, site: Site) -> None:
    page.goto(site.sign_in_link("organiser"))
    page.locator("main form button").first.click()
    page.wait_for_url("**/desk/**")


def test_organiser_adds_a_passkey_and_goes_on_to_invite(
    context: BrowserContext, page: Page, strict_site: Site
) -> None:
    give_device(context, page)
    sign_in(page, strict_site)

    page.goto(strict_site.url("/en/people/links/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
    page.get_by_role("link", name="Add a passkey of this device").click()
    page.get_by_label("Name of this key").fill("my laptop")
    page.get_by_role("button", name="Add the passkey").click()
    page.wait_for_url("**/recovery-codes/**")
    expect(page.locator("#recovery_codes li")).to_have_count(10)
    page.get_by_role("link", name="Go on").click()
    page.get_by_role("button", name="Make the link").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("An invitation")


def test_organiser_shows_the_passkey_when_they_sign_in_by_a_link(
    context: BrowserContext, page: Page, strict_site: Site
) -> None:
    give_device(context, page)
    sign_in(page, strict_site)
    page.goto(strict_site.url("/en/people/me/second-factor/"))
    page.get_by_role("link", name="Add a passkey of this device").click()
    page.get_by_role("button", name="Add the passkey").click()
    page.wait_for_url("**/recovery-codes/**")
    page.goto(strict_site.url("/en/people/me/"))
    page.get_by_role("button", name="Sign in on another device").click()
    link = page.locator("#address").inner_text()
    page.goto(strict_site.url("/en/accounts/logout/"))
    page.get_by_role("button", name="Sign out").click()

    page.goto(link)
    page.locator("main form button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Show your second factor")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/desk/**")
    page.goto(strict_site.url("/en/people/links/"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Invitations")
