"""A passkey of the device: added, then used to sign in without a name or a password."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.served import Site

PASSWORD = "tile-by-tile-1987"


def give_device(context: BrowserContext, page: Page) -> None:
    """A device that holds keys and says yes for its owner."""
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_member_adds_a_passkey_and_signs_in_with_it(
    context: BrowserContext, page: Page, own_site: Site
) -> None:
    give_device(context, page)
    page.goto(own_site.url("/en/accounts/signup/"))
    page.get_by_label("Sign-in name").fill("passkey owner")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.goto(own_site.url("/en/accounts/2fa/webauthn/add/"))
    if page.get_by_label("Password", exact=True).is_visible():  # asked again before a change
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Confirm").click()

    page.get_by_label("Name of this key").fill("my phone")
    page.get_by_role("button", name="Add the passkey").click()
    page.wait_for_url("**/recovery-codes/**")
    page.goto(own_site.url("/en/accounts/2fa/webauthn/"))
    expect(page.get_by_text("Signs you in without a password.")).to_be_visible()
    page.goto(own_site.url("/en/accounts/logout/"))
    page.get_by_role("button", name="Sign out").click()
    page.goto(own_site.url("/en/accounts/login/"))
    page.get_by_role("button", name="With a passkey of this device").click()
    page.wait_for_url("**/desk/")

    expect(page.locator(".account[href$='/desk/']")).to_contain_text("passkey owner")
