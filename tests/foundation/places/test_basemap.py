"""The host's street map: tiles from a local source, through our own address and into the cache."""

import gzip
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.core.cache import caches
from django.test import Client, override_settings

from creaspace.configuration import BaseMap, Linked
from creaspace.foundation.places import basemap as streets

PNG = b"\x89PNG\r\n\x1a\n and so on"


@dataclass
class Source:
    """A tile server of the test's own, which says what it is told to say."""

    port: int = 0
    status: int = 200
    body: bytes = PNG
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/key/{{z}}/{{x}}/{{y}}.png"


@pytest.fixture
def source() -> Iterator[Source]:
    told = Source()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append(self.path)
            time.sleep(told.delay)
            self.send_response(told.status)
            for name, value in told.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(told.body)))
            with suppress(BrokenPipeError):  # whoever asked may have lost patience
                self.end_headers()
                self.wfile.write(told.body)

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.port = server.server_address[1]
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield told
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    caches["basemap"].clear()
    yield
    caches["basemap"].clear()


def base_map(address: str, file: Path | None = None) -> BaseMap:
    return BaseMap(address, file, "wgs84", 18, Linked("© someone"), "")


@pytest.fixture
def with_source(source: Source) -> Iterator[Source]:
    with override_settings(CREASPACE_BASEMAP=base_map(source.address)):
        yield source


def test_tile_comes_from_the_source_once_and_then_from_the_cache(
    client: Client, with_source: Source
):
    first = client.get("/basemap/3/4/2")
    second = client.get("/basemap/3/4/2")

    assert (first.status_code, first.content, first["Content-Type"]) == (200, PNG, "image/png")
    assert second.content == PNG
    assert with_source.asked == ["/key/3/4/2.png"]
    assert "max-age=604800" in first["Cache-Control"]


def test_host_without_a_street_map_has_no_tiles(client: Client):
    assert client.get("/basemap/3/4/2").status_code == 404
    assert client.get("/basemap/archive.pmtiles").status_code == 404


@pytest.mark.parametrize("path", ["19/0/0", "3/8/0", "3/0/8", "99/1/1", f"{'9' * 5000}/0/0"])
def test_tile_that_cannot_be_is_never_asked_for(client: Client, with_source: Source, path: str):
    assert client.get(f"/basemap/{path}").status_code == 404
    assert with_source.asked == []


def test_tile_the_source_does_not_have_is_remembered_as_absent(client: Client, with_source: Source):
    with_source.status = 404

    answers = [client.get("/basemap/3/4/2").status_code for _turn in range(2)]

    assert answers == [404, 404]
    assert len(with_source.asked) == 1


@pytest.mark.parametrize(
    ("status", "body"), [(500, b"broken"), (200, b"<html>sign in</html>"), (200, b"\x1f\x8bhalf")]
)
def test_source_that_fails_is_left_alone_for_a_while(
    client: Client, with_source: Source, status: int, body: bytes
):
    with_source.status, with_source.body = status, body

    failed = client.get("/basemap/3/4/2")
    again = client.get("/basemap/3/4/3")

    assert (failed.status_code, again.status_code) == (503, 503)
    assert failed["Retry-After"] == "30"
    assert failed["Cache-Control"] == "no-store"
    assert len(with_source.asked) == 1


def test_source_that_cannot_be_reached_is_told_as_such(client: Client):
    with override_settings(CREASPACE_BASEMAP=base_map("http://127.0.0.1:1/{z}/{x}/{y}.png")):
        answer = client.get("/basemap/0/0/0")

    assert answer.status_code == 503
    assert answer.content == b"The street map cannot be reached now."


def test_source_that_is_slow_is_not_waited_for(
    client: Client, with_source: Source, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(streets, "PATIENCE_SECONDS", 0.05)
    with_source.delay = 0.5

    assert client.get("/basemap/0/0/0").status_code == 503


def test_redirect_is_not_followed(client: Client, with_source: Source):
    with_source.status = 302
    with_source.headers = {"Location": f"http://127.0.0.1:{with_source.port}/elsewhere"}

    answer = client.get("/basemap/0/0/0")

    assert answer.status_code == 503
    assert with_source.asked == ["/key/0/0/0.png"]


def test_tile_that_is_too_large_is_refused_packed_or_not(client: Client, with_source: Source):
    with_source.body = gzip.compress(PNG + b"\0" * streets.MOST_BYTES)

    assert client.get("/basemap/0/0/0").status_code == 503


def test_vector_tile_is_given_unpacked(client: Client, source: Source):
    source.body = gzip.compress(b"\x1a\x02layers")
    vector = base_map(source.address.replace(".png", ".mvt"))

    with override_settings(CREASPACE_BASEMAP=vector):
        answer = client.get("/basemap/0/0/0")

    assert answer.content == b"\x1a\x02layers"
    assert answer["Content-Type"] == "application/vnd.mapbox-vector-tile"


def test_more_fetches_than_may_run_are_refused_without_blaming_the_source(
    client: Client, with_source: Source, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(streets, "_slots", streets.BoundedSemaphore(1))
    with streets._slots:
        busy = client.get("/basemap/0/0/0")

    free = client.get("/basemap/0/0/0")

    assert (busy.status_code, free.status_code) == (503, 200)


def test_another_source_does_not_show_the_tiles_of_the_last(client: Client, with_source: Source):
    client.get("/basemap/0/0/0")
    other = base_map(with_source.address.replace("/key/", "/other/"))

    with override_settings(CREASPACE_BASEMAP=other):
        client.get("/basemap/0/0/0")

    assert with_source.asked == ["/key/0/0/0.png", "/other/0/0/0.png"]


# ---- one file of tiles ----


@pytest.fixture
def with_file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "asia.pmtiles"
    file.write_bytes(bytes(range(256)) * 100)
    with override_settings(CREASPACE_BASEMAP=base_map(file.as_uri(), file)):
        yield file


def test_part_of_the_file_is_given_as_asked(client: Client, with_file: Path):
    answer = client.get(
        "/basemap/archive.pmtiles", HTTP_RANGE="bytes=10-1009", HTTP_ACCEPT_ENCODING="gzip"
    )

    assert answer.status_code == 206
    assert answer.content == with_file.read_bytes()[10:1010]
    assert answer["Content-Range"] == "bytes 10-1009/25600"
    assert answer["Content-Encoding"] == "identity"
    assert answer["ETag"].startswith('"')


def test_part_beyond_the_end_is_cut_there(client: Client, with_file: Path):
    answer = client.get("/basemap/archive.pmtiles", HTTP_RANGE="bytes=25590-99999")

    assert answer.content == with_file.read_bytes()[25590:]


@pytest.mark.parametrize(
    "part", ["", "bytes=0-", "bytes=-5", "bytes=9-3", "bytes=30000-30010", "bytes=0-1,4-5", "x"]
)
def test_whole_file_or_nonsense_is_refused(client: Client, with_file: Path, part: str):
    headers = {"HTTP_RANGE": part} if part else {}

    answer = client.get("/basemap/archive.pmtiles", **headers)

    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */25600")


def test_file_of_tiles_has_no_single_tiles(client: Client, with_file: Path):
    assert client.get("/basemap/0/0/0").status_code == 404
