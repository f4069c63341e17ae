"""An exported programme, opened from disk in a browser."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.served import Site


@pytest.fixture(scope="module")
def unpacked(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    out = folder / "ecn.zip"
    site.command("export_programme", "ecn-2016", str(out), "--date", "2026-11-22")
    with zipfile.ZipFile(out) as archive:
        archive.extractall(folder)
    return folder / "ecn-2016-2026-11-22"


def test_reader_walks_through_an_export_without_a_server(page: Page, unpacked: Path) -> None:
    foreign: list[str] = []
    failed: list[str] = []
    faults: list[str] = []
    page.on("request", lambda one: None if one.url.startswith("file:") else foreign.append(one.url))
    page.on("requestfailed", lambda one: failed.append(one.url))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)

    page.goto((unpacked / "index.html").as_uri())
    page.get_by_role("main").get_by_role("link", name="Español").click()
    page.get_by_role("main").get_by_role("link", name="ST Spot", exact=True).click()
    page.get_by_role("link", name="简体中文").first.click()

    assert page.locator("h1").inner_text().startswith("ST Spot")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert page.evaluate("document.fonts.check('16px \"IBM Plex Sans Variable\"')")
    assert page.locator("main .source svg.icon use, main .note svg.icon use").first.evaluate(
        "one => one.getBBox().width > 0"
    )
    assert (foreign, failed, faults) == ([], [], [])
