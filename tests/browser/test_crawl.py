"""Every page a stranger can reach: no dead link, no foreign host, nothing inline, one heading."""

from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from tests.crawling import Walk
from tests.served import Site

LANGUAGES = {"en": "en", "es": "es", "zh-hans": "zh-Hans"}


@pytest.fixture(scope="module")
def walk(site: Site) -> Walk:
    return Walk(site.url("/en/")).run()


def test_walk_reaches_the_pages_of_all_languages(walk: Walk, site: Site):
    for language in LANGUAGES:
        assert site.url(f"/{language}/programmes/ecn-2016/") in walk.pages
        assert site.url(f"/{language}/spaces/st-spot/") in walk.pages


def test_no_link_is_dead(walk: Walk):
    dead = [
        f"{answer.status} {address} from {walk.came_from.get(address)}"
        for address, answer in walk.answers.items()
        if answer.status >= 400
    ]

    assert dead == []


def test_no_link_points_at_a_missing_part_of_a_page(walk: Walk):
    missing = []
    for address, page in walk.pages.items():
        for link in page.links:
            target, part = urldefrag(urljoin(address, link))
            if part and target in walk.pages and part not in walk.pages[target].anchors:
                missing.append(f"{address} leads to {target}#{part}")

    assert missing == []


def test_no_page_asks_a_foreign_host(walk: Walk):
    foreign = [
        f"{address} fetches {asset}"
        for address, page in walk.pages.items()
        for asset in page.assets
        if urlsplit(asset).scheme != "data" and not walk.is_ours(urljoin(address, asset))
    ]

    assert foreign == []


def test_every_page_has_a_policy_of_self_and_nothing_inline(walk: Walk):
    loose = [
        f"{address}: {answer.policy}"
        for address, answer in walk.answers.items()
        if address in walk.pages
        and ("default-src 'self'" not in answer.policy or "unsafe" in answer.policy)
    ]
    inline = [f"{address}: {page.inline}" for address, page in walk.pages.items() if page.inline]

    assert loose == []
    assert inline == []


def test_every_page_has_one_heading_and_says_its_language(walk: Walk, site: Site):
    wrong = []
    for address, page in walk.pages.items():
        first = address.removeprefix(site.address).split("/")[1]
        if page.headings != 1 or page.language != LANGUAGES.get(first, page.language):
            wrong.append(f"{address}: {page.headings} headings, lang={page.language!r}")

    assert wrong == []
