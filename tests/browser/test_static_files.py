"""Files of the served copy: named by their content, so a browser keeps them for ever."""

import json
import urllib.request
from urllib.parse import urljoin

import pytest

from tests.crawling import Seen
from tests.served import Site

PAGES = ["/en/", "/zh-hans/spaces/st-spot/", "/es/visits/kunming-2016/", "/en/accounts/login/"]


@pytest.mark.parametrize("path", PAGES)
def test_every_asset_of_a_page_may_be_kept_for_ever(site: Site, path: str):
    loose = {}
    for asset in _static_assets(site.url(path)):
        with urllib.request.urlopen(asset, timeout=30) as answer:
            told = answer.headers
        if "immutable" not in told["Cache-Control"] or "public" not in told["Cache-Control"]:
            loose[asset] = told["Cache-Control"]
        assert told["X-Content-Type-Options"] == "nosniff"

    assert loose == {}


def test_assets_travel_compressed(site: Site):
    text = [each for each in _static_assets(site.url("/en/")) if each.endswith((".css", ".js"))]

    for asset in text:
        request = urllib.request.Request(asset, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            body = answer.read()
            assert answer.headers["Content-Encoding"] == "gzip" or len(body) < 200, asset

    assert text


def test_icons_of_the_installed_app_are_there(site: Site):
    pages = _static_assets(site.url("/en/"))
    (manifest,) = [each for each in pages if each.endswith(".webmanifest")]
    with urllib.request.urlopen(manifest, timeout=30) as answer:
        icons = [urljoin(manifest, icon["src"]) for icon in json.load(answer)["icons"]]

    for icon in icons:
        with urllib.request.urlopen(icon, timeout=30) as answer:
            assert answer.headers["Content-Type"].startswith("image/"), icon
            assert "immutable" in answer.headers["Cache-Control"], icon

    assert len(icons) == 2


def _static_assets(address: str) -> list[str]:
    page = Seen()
    with urllib.request.urlopen(address, timeout=30) as answer:
        page.feed(answer.read().decode())
    found = [urljoin(address, asset) for asset in page.assets]
    return sorted({each for each in found if "/static/" in each})
