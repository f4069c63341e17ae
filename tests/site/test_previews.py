"""What a chat shows beside a link: words and a picture of our own for every kind of public page."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.http import HttpResponse

from tests.site.pages import LISTS, addresses_of, public_pages
from tests.site.scene import Scene

HOST = "http://localhost:8000"
WANTED = ("og:site_name", "og:title", "og:description", "og:url", "og:image", "twitter:card")


class Preview(HTMLParser):
    """The words of the head that other applications read."""

    def __init__(self, said: HttpResponse) -> None:
        super().__init__()
        self.told: dict[str, list[str]] = {}
        self.feed(said.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := told.get("property") or told.get("name")):
            self.told.setdefault(name, []).append(told["content"])

    def one(self, name: str) -> str:
        values = self.told.get(name, [])
        return values[0] if len(values) == 1 else f"{len(values)} values of {name}"


def faults(scene: Scene, paths: list[str]) -> list[str]:
    client, found = scene.client("stranger"), []
    for path in paths:
        preview = Preview(client.get(path))
        wrong = [name for name in WANTED if not preview.one(name).strip()]
        wrong += [name for name in WANTED if len(preview.told.get(name, [])) != 1]
        if preview.one("og:url") != HOST + path:
            wrong.append(preview.one("og:url"))
        picture = client.get(preview.one("og:image").removeprefix(HOST))
        if picture.status_code != 200 or picture["Content-Type"] != "image/png":
            wrong.append(f"{picture.status_code} {preview.one('og:image')}")
        found += [f"{path}: {fault}" for fault in wrong]
    return found


def image_of(scene: Scene, path: str) -> str:
    address = Preview(scene.client("stranger").get(path)).one("og:image")
    return urlsplit(address).path


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_kind_of_public_page_has_words_and_a_picture(scene: Scene, language: str):
    assert faults(scene, public_pages(language, most=1)) == []


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("/en/", "/share/page/home.png"),
        ("/en/spaces/", "/share/page/spaces-list.png"),
        ("/en/spaces/?country=ES", "/share/page/spaces-list.png"),
        ("/es/people/organisations/", "/share/page/people-organisations.png"),
        ("/en/spaces/st-spot/", "/share/st-spot.png"),
        ("/en/visits/kunming-2016/", "/share/visit-kunming-2016.png"),
        ("/en/programmes/ecn-2016/", "/share/ecn-2016.png"),
    ],
)
def test_page_shows_the_picture_of_its_record_or_of_its_list(scene: Scene, path: str, picture: str):
    assert image_of(scene, path) == picture


def test_lists_have_pictures_of_their_own(scene: Scene):
    stranger = scene.client("stranger")
    drawn = {
        path: stranger.get(image_of(scene, path) + "?lang=en").content
        for path in addresses_of(("portal:home", "spaces:list", "calls:list"), "en")
    }

    assert len(set(drawn.values())) == len(drawn)


@pytest.mark.parametrize("name", ["nothing", "spaces-nothing", "spaces:list", "portal-home"])
def test_page_that_is_no_destination_has_no_picture(scene: Scene, name: str):
    assert scene.client("stranger").get(f"/share/page/{name}.png?lang=en").status_code == 404


def test_words_with_quotes_stay_inside_their_attribute(scene: Scene):
    pages = [path for path in addresses_of(LISTS, "en") if "moderation" not in path]

    for path in pages:
        said = scene.client("stranger").get(path)
        preview = Preview(said)
        assert preview.one("description") == preview.one("og:description")
        assert "&amp;amp;" not in said.content.decode()
