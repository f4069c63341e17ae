"""Home, about and desk, and what search engines ask for."""

import re
import xml.etree.ElementTree as ET

import pytest
from django.test import Client
from django.utils.translation import override

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.work import place_waiting
from creaspace.core.viewer import STRANGER
from creaspace.doors.portal import sitemaps
from creaspace.doors.portal.front import front_page
from tests.doors.factories import make_programme, make_space
from tests.foundation.people.factories import make_person

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "es", "zh-hans"]
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def words_of(html: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.decode()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_of_an_empty_instance_says_how_to_begin(client: Client, language: str) -> None:
    page = client.get(f"/{language}/")

    assert page.status_code == 200
    assert b"creaspace demo load" in page.content


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_tells_the_programme_from_its_records(client: Client, language: str) -> None:
    make_programme()

    page = client.get(f"/{language}/")

    assert page.status_code == 200
    assert "Exchange of Examples" in words_of(page.content)
    assert f'href="/{language}/programmes/exchange/sessions/valencia/"' in page.content.decode()


def test_home_counts_what_it_shows(client: Client) -> None:
    make_programme()
    place_waiting()

    front = front_page(STRANGER)

    assert front is not None
    assert [(str(each.label), each.value.number) for each in front.figures] == [
        ("spaces", 2),
        ("countries and territories", 1),
        ("study visits", 1),
        ("sources", 2),
    ]


def test_home_draws_an_arc_from_a_participant_to_its_session() -> None:
    make_programme()

    front = front_page(STRANGER)

    assert front is not None
    assert list(front.picture.arcs) == [("Yokohama", "Valencia")]
    assert [(pin.label, pin.hub) for pin in front.picture.pins] == [
        ("Valencia", True),
        ("Yokohama", False),
    ]


def test_home_shows_participants_and_leaves_out_what_stands_for_comparison() -> None:
    make_programme()
    make_space("other")
    place_waiting()

    front = front_page(STRANGER)

    assert front is not None
    assert [space.slug for space in front.spaces] == ["stage", "other"]


def test_home_shows_two_sources_that_disagree(client: Client) -> None:
    make_programme()

    words = words_of(client.get("/en/").content)

    assert "24 October 2016" in words
    assert "23 October 2016" in words


def test_home_hides_a_space_that_is_not_published(client: Client) -> None:
    make_programme()
    Space.objects.filter(slug="stage").update(published_at=None)

    page = client.get("/en/")

    assert b"/en/spaces/stage/" not in page.content


@pytest.mark.parametrize("count", [1, 3])
def test_home_asks_the_same_number_of_questions(
    client: Client, django_assert_num_queries, count: int
) -> None:
    make_programme()
    for number in range(count):
        make_space(f"more-{number}")
    place_waiting()
    client.get("/en/")

    with django_assert_num_queries(25):
        client.get("/en/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_about_names_licences_and_credits(client: Client, language: str, settings) -> None:
    settings.CREASPACE_CONTACT = "Example Unit, unit@example.org"
    settings.CREASPACE_SOURCE_URL = "https://example.org/source"

    page = client.get(f"/{language}/about/")

    words = words_of(page.content)
    for told in ("AGPL-3.0-or-later", "Natural Earth", "GeoNames", "IBM Plex Sans", "Example Unit"):
        assert told in words
    assert b'href="https://example.org/source"' in page.content


def test_stranger_is_sent_to_sign_in_before_a_desk(client: Client) -> None:
    answer = client.get("/en/desk/")

    assert answer.status_code == 302
    assert answer["Location"] == "/en/accounts/login/?next=/en/desk/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_member_finds_an_empty_desk(client: Client, language: str) -> None:
    person = make_person()
    client.force_login(person)

    page = client.get(f"/{language}/desk/")

    assert page.status_code == 200
    assert b'<meta name="robots" content="noindex">' in page.content


def test_pages_name_themselves_and_their_other_languages(client: Client) -> None:
    html = client.get("/es/about/").content.decode()

    assert '<link rel="canonical" href="http://localhost:8000/es/about/">' in html
    assert (
        '<link rel="alternate" hreflang="zh-Hans" href="http://localhost:8000/zh-hans/about/">'
        in html
    )


# ---- robots and sitemap ----


def test_robots_are_kept_from_desks_and_shown_the_sitemap(client: Client) -> None:
    answer = client.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /zh-hans/desk/\n" in answer.content.decode()
    assert "Sitemap: http://localhost:8000/sitemap.xml" in answer.content.decode()


def test_sitemap_holds_every_record_in_every_language(client: Client) -> None:
    make_programme()

    root = ET.fromstring(client.get("/sitemap.xml").content)

    found = [entry.findtext(f"{SITEMAP}loc") for entry in root]
    for language in LANGUAGES:
        for path in ("", "about/", "spaces/stage/", "programmes/exchange/", "sources/report/"):
            assert f"http://localhost:8000/{language}/{path}" in found
    assert len(found) == len(set(found))


def test_sitemap_pages_are_there_for_strangers(client: Client) -> None:
    make_programme()
    root = ET.fromstring(client.get("/sitemap.xml").content)

    answers = {
        address: client.get(address.removeprefix("http://localhost:8000")).status_code
        for entry in root
        if (address := entry.findtext(f"{SITEMAP}loc")) is not None and "/en/" in address
    }

    assert set(answers.values()) == {200}, answers


def test_large_sitemap_comes_in_files(client: Client, monkeypatch) -> None:
    make_programme()
    monkeypatch.setattr(sitemaps, "MOST", 1)

    root = ET.fromstring(client.get("/sitemap.xml").content)
    files = [each.findtext(f"{SITEMAP}loc") or "" for each in root]
    second = client.get("/sitemap-spaces-space-2.xml")

    assert "http://localhost:8000/sitemap-spaces-space-2.xml" in files
    assert b"/en/spaces/loft/" in second.content
    assert b"/en/spaces/stage/" not in second.content


@pytest.mark.parametrize(
    "name", ["nothing", "spaces-space-0", "spaces-space-99999", "auth-user-1", "-", "pages-1"]
)
def test_sitemap_file_that_is_none_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_addresses_of_the_sitemap_do_not_depend_on_who_asks(client: Client) -> None:
    make_programme()

    with override("es"):
        one = client.get("/sitemap.xml", headers={"accept-language": "es"}).content

    assert one == client.get("/sitemap.xml", headers={"accept-language": "zh-Hans"}).content
