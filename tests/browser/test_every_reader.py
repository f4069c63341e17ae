"""Pages for those without script, without a mouse, with large letters or a narrow screen."""

import io

import pytest
import segno
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.served import PHONE, WIDE, Site

KINDS = (
    *("/", "/about/", "/programmes/", "/programmes/ecn-2016/", "/spaces/", "/spaces/st-spot/"),
    *("/visits/", "/visits/kunming-2016/", "/visits/valencia-2016/", "/workshops/"),
    *("/workshops/kunming-workshop/", "/calls/", "/calls/ecn-call-asia/", "/outputs/"),
    *("/outputs/best-practice/", "/questions/", "/questions/autonomy/", "/people/"),
    *("/people/organisations/", "/people/organisations/econcult/", "/sources/"),
    *("/vocabularies/", "/vocabularies/tenure/", "/places/", "/files/credits/"),
    *("/moderation/log/", "/moderation/requests/", "/moderation/ask/spaces.space/st-spot/"),
    *("/accounts/login/", "/accounts/signup/", "/no-such-page/"),
)
DARK = 128  # of 255: below it a camera sees a dark square
NARROW, TWICE_AS_LARGE = 320, WIDE["width"] // 2  # letters twice as large leave half the width
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const drawn = [getComputedStyle(at), getComputedStyle(at, "::after")];
  const box = at.getBoundingClientRect();
  return {
    words: at.textContent.trim().slice(0, 40),
    isSeen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
    isMarked: drawn.some((it) => it.outlineStyle !== "none" && parseFloat(it.outlineWidth) > 0),
  };
}"""


def walked_by_keyboard(page: Page, most: int = 120) -> list[str]:
    """Every stop of the tabulator that a reader would not find again on the page."""
    lost = []
    for _stop in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        if not (stop["isSeen"] and stop["isMarked"]):
            lost.append(f"{page.url}: {stop}")
    return lost


@pytest.mark.parametrize(
    ("language", "widths"), [("es", [NARROW, TWICE_AS_LARGE]), ("zh-hans", [NARROW])]
)
def test_no_page_scrolls_aside(browser: Browser, site: Site, language: str, widths: list[int]):
    context = browser.new_context(reduced_motion="reduce")
    page, wide = context.new_page(), []

    for path in KINDS:
        page.set_viewport_size({"width": NARROW, "height": 700})
        page.goto(site.url(f"/{language}{path}"), wait_until="load")
        for width in widths:  # style alone fits a page into its width
            page.set_viewport_size({"width": width, "height": 700})
            beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if beyond > 0:
                wide.append(f"{path} at {width} px: {beyond} px")

    assert wide == []
    context.close()


@pytest.mark.parametrize("path", ["/en/", "/en/spaces/chuangku/", "/es/visits/valencia-2016/"])
def test_every_stop_of_the_keyboard_is_seen(page: Page, site: Site, path: str):
    page.goto(site.url(path))

    assert walked_by_keyboard(page) == []


def test_first_stop_of_the_keyboard_leads_past_the_navigation(page: Page, site: Site):
    page.goto(site.url("/en/spaces/st-spot/"))

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_reader_without_script_finds_every_destination_on_a_phone(browser: Browser, site: Site):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(site.url("/en/"))

    page.get_by_text("More", exact=True).click()
    page.locator(".nav-sheet").get_by_role("link", name="Organisations").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Organisations")
    context.close()


def test_form_without_script_keeps_what_was_typed_and_says_what_is_missing(
    browser: Browser, site: Site
):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(site.url("/en/spaces/st-spot/"))

    page.get_by_label("What should it say?").fill("55 seats")
    page.get_by_label("Which detail?").select_option("capacity_max")
    page.get_by_role("button", name="Send the suggestion").click()

    expect(page.get_by_text("Nothing was sent yet.")).to_be_visible()
    expect(page.get_by_label("What should it say?")).to_have_value("55 seats")
    expect(page.get_by_label("Which detail?")).to_have_value("capacity_max")
    context.close()


def test_nothing_moves_for_who_wishes_no_motion(browser: Browser, site: Site):
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    page = context.new_page()

    for path in ("/en/", "/en/spaces/st-spot/", "/en/programmes/ecn-2016/"):
        page.goto(site.url(path))
        moving = page.evaluate(
            "document.getAnimations().filter(it => it.effect.getTiming().duration > 1).length"
        )
        smooth = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        assert (moving, smooth) == (0, "auto")
    context.close()


def test_code_on_a_space_s_page_is_drawn_so_that_a_camera_reads_its_short_link(
    page: Page, site: Site
):
    wanted = segno.make(site.url("/s/st-spot"), error="m", micro=False).matrix
    page.goto(site.url("/en/spaces/st-spot/"))
    code = page.get_by_alt_text("QR code that leads to ST Spot")
    code.scroll_into_view_if_needed()
    expect(code).to_have_js_property("complete", value=True)

    seen = Image.open(io.BytesIO(code.screenshot(scale="device"))).convert("L")

    left, top, right, bottom = seen.point(lambda light: 255 * (light < DARK)).getbbox() or (0,) * 4
    across, down = (right - left) / len(wanted), (bottom - top) / len(wanted)
    read = [
        [
            seen.getpixel((int(left + (x + 0.5) * across), int(top + (y + 0.5) * down))) < DARK
            for x in range(len(wanted))
        ]
        for y in range(len(wanted))
    ]
    assert min(left, top) >= 2 * across, "a camera needs a quiet edge"
    assert read == [[bool(module) for module in row] for row in wanted]
