"""A member comes in by a code on somebody's screen, while the mail server is silent."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.served import Site, serving

PASSWORD = "tile-by-tile-1987"
NAME = "示例会员"


@pytest.fixture
def site_without_mail(demonstration: Path, tmp_path: Path) -> Iterator[Site]:
    """A copy whose mail server is an address where nobody listens."""
    folder = tmp_path / "silent"
    shutil.copytree(demonstration, folder)
    with serving(folder, CREASPACE_MAIL_URL="smtp://localhost:1") as running:
        yield running


def make_invitation(page: Page, site: Site) -> str:
    """The organiser makes a link; the page shows its address and its code. Returns the address."""
    page.goto(site.url("/en/people/links/"))
    page.get_by_label("For whom, as a note to yourself").fill("the printer")
    page.get_by_role("button", name="Make the link").click()
    code = page.get_by_alt_text("QR code with the address of the link")
    expect(code).to_be_visible()
    assert code.evaluate("async code => { await code.decode(); return code.naturalWidth; }") > 100
    return page.locator("#address").inner_text()


def join(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("You are invited to Creaspace")
    page.get_by_label("Sign-in name").fill(NAME)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text(f"You are signed in as {NAME}.")).to_be_visible()


def set_password(page: Page) -> None:
    page.get_by_role("link", name="Set a password").click()
    page.locator("#id_password1").fill(PASSWORD)
    page.locator("#id_password2").fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My account")


def sign_out(page: Page, site: Site) -> None:
    page.goto(site.url("/en/accounts/logout/"))
    page.get_by_role("button", name="Sign out").click()
    page.goto(site.url("/en/people/me/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def sign_in(page: Page) -> None:
    page.get_by_label("Sign-in name or e-mail address").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My account")


def two_readers(browser: Browser, site: Site) -> tuple[Page, Page]:
    """An organiser who has signed in, and somebody whom nobody knows yet."""
    known = site.signed_in(browser, "organiser")
    organiser = browser.new_context(locale="en", storage_state=known).new_page()
    return organiser, browser.new_context(locale="en").new_page()


def test_member_is_invited_by_code_and_comes_back_without_any_mail(
    browser: Browser, site_without_mail: Site
) -> None:
    site = site_without_mail
    organiser, member = two_readers(browser, site)

    address = make_invitation(organiser, site)
    join(member, address)
    set_password(member)
    sign_out(member, site)
    sign_in(member)

    organiser.goto(site.url("/en/inbox/"))
    expect(organiser.get_by_text(f"{NAME} accepted your invitation.").first).to_be_visible()
    member.goto(address)
    expect(member.get_by_role("heading", level=1)).to_have_text("This link opens nothing")


def held_back(page: Page) -> list[Route]:
    """What the page sends from now on, kept on a line that is too slow for the reader."""
    sent: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.method == "POST":
            sent.append(route)
        else:
            route.continue_()

    page.route("**/handover/**", hold)
    return sent


def test_impatient_member_who_presses_the_button_twice_is_in(
    browser: Browser, site_without_mail: Site
) -> None:
    site = site_without_mail
    organiser, member = two_readers(browser, site)
    member.goto(make_invitation(organiser, site))
    member.get_by_label("Sign-in name").fill(NAME)
    presses = held_back(member)

    member.get_by_role("button", name="Join").evaluate(
        "button => { button.click(); setTimeout(() => button.click(), 200); }"
    )
    member.wait_for_timeout(600)

    assert len(presses) == 1
    presses[0].continue_()
    expect(member.get_by_text(f"You are signed in as {NAME}.")).to_be_visible()


def test_asking_for_a_code_gives_a_page_though_no_mail_goes(
    page: Page, site_without_mail: Site
) -> None:
    site = site_without_mail
    page.goto(site.url("/en/accounts/signup/"))
    page.get_by_label("Sign-in name").fill("ana")
    page.get_by_label("E-mail address").fill("ana@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    sign_out(page, site)

    page.goto(site.url("/en/accounts/login/code/"))
    page.get_by_role("textbox").first.fill("ana@example.org")
    page.get_by_role("button", name="Send the code").click()

    expect(page).to_have_url(site.url("/en/accounts/login/code/confirm/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
