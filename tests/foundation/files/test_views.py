import io

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import Client, RequestFactory
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from creaspace.core.viewer import STRANGER
from creaspace.foundation.files.models import File
from creaspace.foundation.files.reading import pictures_of_all
from creaspace.foundation.people.models import Organisation, Person
from creaspace.foundation.records.models import ShortLink
from creaspace.foundation.records.services import give_short_link
from tests.foundation.files import samples
from tests.foundation.files.conftest import AddPicture

CREDITS = "/en/files/credits/"


def address(file: File, name: str = "card.webp") -> str:
    return f"/files/{file.sha256}/{name}"


@pytest.fixture
def short_link(organisation: Organisation) -> ShortLink:
    return give_short_link(about=organisation, wished="econcult")


def test_stranger_gets_a_picture_that_any_cache_may_keep(client: Client, add_picture: AddPicture):
    response = client.get(address(add_picture()))

    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert Image.open(io.BytesIO(response.content)).size == (400, 300)


def test_picture_that_is_known_already_is_not_sent_again(client: Client, add_picture: AddPicture):
    file = add_picture()
    etag = client.get(address(file))["ETag"]

    response = client.get(address(file), headers={"If-None-Match": etag})

    assert (response.status_code, response.content) == (304, b"")


@pytest.mark.parametrize("consent", [File.Consent.ASKED, File.Consent.WITHDRAWN])
def test_picture_without_consent_is_seen_by_who_added_it_alone(
    client: Client, add_picture: AddPicture, member: Person, other: Person, consent: str
):
    file = add_picture(consent=consent)

    as_stranger = client.get(address(file)).status_code
    client.force_login(other)
    as_other = client.get(address(file)).status_code
    client.force_login(member)
    own = client.get(address(file))

    assert (as_stranger, as_other, own.status_code) == (404, 404, 200)
    assert own["Cache-Control"] == "private, no-cache"


def test_picture_of_a_record_that_is_not_public_is_not_public(
    client: Client, add_picture: AddPicture, member: Person
):
    file = add_picture(about=member)

    assert client.get(address(file)).status_code == 404
    client.force_login(member)
    assert client.get(address(file))["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("name", ["original.jpeg", "card.jpeg", "share.webp", "card.webp"])
def test_nothing_else_has_an_address(client: Client, add_picture: AddPicture, name: str):
    add_picture()
    missing = File(sha256="0" * 64)

    assert client.get(address(missing, name)).status_code == 404


def test_original_has_no_address(client: Client, add_picture: AddPicture):
    file = add_picture()

    for name in ("original.jpeg", "original.webp", "hall.jpeg"):
        assert client.get(address(file, name)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_credits_name_each_picture_in_the_same_number_of_queries(
    client: Client,
    add_picture: AddPicture,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
):
    for place in range(count):
        add_picture(samples.jpeg(400, 300 + place))
    client.get(CREDITS)

    with django_assert_num_queries(5):
        response = client.get(CREDITS)

    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("Ana Example") == count
    assert page.count("CC BY 4.0") == count


def test_credits_without_pictures_say_what_belongs_there(client: Client, db: None):
    response = client.get(CREDITS)

    assert response.status_code == 200
    assert "No pictures yet" in response.content.decode()


def test_credits_do_not_name_what_is_not_shown(client: Client, add_picture: AddPicture):
    add_picture(consent=File.Consent.WITHDRAWN)

    assert "Ana Example" not in client.get(CREDITS).content.decode()


def test_page_of_a_record_shows_its_pictures_with_credit_and_licence(
    add_picture: AddPicture, organisation: Organisation
):
    file = add_picture()
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    page = Template("{% load pictures %}{% pictures record %}").render(
        Context({"record": organisation, "request": request})
    )

    assert f'src="/files/{file.sha256}/thumb.webp"' in page
    assert f"/files/{file.sha256}/card.webp 400w" in page
    assert 'alt="An empty hall"' in page
    assert "Picture: Ana Example" in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page


@pytest.mark.parametrize("count", [1, 3])
def test_pictures_of_many_records_take_the_same_number_of_queries(
    add_picture: AddPicture, django_assert_num_queries: DjangoAssertNumQueries, count: int
):
    for place in range(count):
        add_picture(about=Organisation.objects.create(slug=f"o-{place}", name=f"O {place}"))
    records = list(Organisation.objects.all())

    with django_assert_num_queries(2):
        found = pictures_of_all(records, STRANGER)

    assert sum(len(pictures) for pictures in found.values()) == count


@pytest.mark.parametrize("language", ["en", "es", "zh-Hans", "zh-hans"])
def test_share_picture_is_drawn_for_each_language(
    client: Client, short_link: ShortLink, language: str
):
    response = client.get(f"/share/{short_link.name}.png", {"lang": language})

    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)


def test_share_picture_is_drawn_once(client: Client, short_link: ShortLink):
    first = client.get(f"/share/{short_link.name}.png")
    second = client.get(f"/share/{short_link.name}.png")

    assert first.content == second.content
    assert first["ETag"] == second["ETag"]


@pytest.mark.parametrize("query", ["?lang=xx", "?lang=../../etc", "?lang=" + "e" * 9999])
def test_share_picture_in_an_unknown_language_is_not_found(
    client: Client, short_link: ShortLink, query: str
):
    assert client.get(f"/share/{short_link.name}.png{query}").status_code == 404


@pytest.mark.parametrize("path", ["/share/nobody.png", "/qr/nobody.svg", "/qr/a%00b.svg"])
def test_unknown_short_link_is_not_found(client: Client, db: None, path: str):
    assert client.get(path).status_code == 404


def test_private_record_has_neither_share_picture_nor_code(client: Client, member: Person):
    link = give_short_link(about=member, wished="member")

    assert client.get(f"/share/{link.name}.png").status_code == 404
    assert client.get(f"/qr/{link.name}.svg").status_code == 404


def test_qr_code_is_a_drawing_that_the_content_policy_allows(client: Client, short_link: ShortLink):
    response = client.get(f"/qr/{short_link.name}.svg")

    drawing = response.content.decode()
    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml"
    assert drawing.startswith("<svg ")
    assert "style" not in drawing
