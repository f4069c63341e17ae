"""A programme as a zip: complete, the same each time, and pointing nowhere."""

import csv
import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.core.management import CommandError, call_command

from tests.crawling import Seen
from tests.doors.factories import make_programme

pytestmark = pytest.mark.django_db
TOP = "exchange-2026-11-22/"


def export(folder: Path, *, name: str = "out.zip", day: str = "2026-11-22") -> zipfile.ZipFile:
    out = folder / name
    call_command("export_programme", "exchange", str(out), date=day, verbosity=0)
    return zipfile.ZipFile(out)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("export")


@pytest.fixture
def archive(folder: Path, db: None) -> Iterator[zipfile.ZipFile]:
    """One programme, exported by the first test that reads it: the same records, the same bytes."""
    made = folder / "out.zip"
    if not made.exists():
        make_programme()
        export(folder).close()
    with zipfile.ZipFile(made) as opened:
        yield opened


def seen(archive: zipfile.ZipFile) -> dict[str, Seen]:
    pages = {}
    for name in archive.namelist():
        if name.endswith(".html"):
            pages[name] = Seen()
            pages[name].feed(archive.read(name).decode())
    return pages


def test_export_holds_every_record_in_three_languages(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())

    for language in ("en", "es", "zh-hans"):
        for page in (
            "",
            "about/",
            "programmes/exchange/",
            "programmes/exchange/sessions/valencia/",
            "calls/open-call/",
            "visits/valencia/",
            "questions/money/",
            "outputs/book/",
            "spaces/stage/",
            "spaces/loft/",
            "people/organisations/unit/",
            "sources/report/",
        ):
            assert f"{TOP}{language}/{page}index.html" in names
    assert {f"{TOP}index.html", f"{TOP}README.txt", f"{TOP}data/programme.json"} <= names


def test_export_has_no_dead_link_and_asks_no_other_host(archive: zipfile.ZipFile) -> None:
    names, pages = set(archive.namelist()), seen(archive)
    dead, foreign = [], []

    for name, page in pages.items():
        foreign += [(name, asset) for asset in page.assets if re.match(r"[a-z]+:|//", asset)]
        for link in [*page.links, *page.assets]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            there = posixpath.join(posixpath.dirname(name), unquote(parts.path))
            target = posixpath.normpath(there) if parts.path else name
            anchors = pages[target].anchors if target in pages else set()
            lost = parts.fragment and target in pages and unquote(parts.fragment) not in anchors
            if target not in names or (lost and parts.path):
                dead.append((name, link))

    assert (dead, foreign) == ([], [])


def test_export_has_neither_forms_nor_scripts_nor_ways_to_sign_in(archive: zipfile.ZipFile) -> None:
    for name in archive.namelist():
        if name.endswith(".html"):
            page = archive.read(name).decode()
            assert not re.search(r"<(form|script|iframe|cs-)|accounts/|og:", page), name


def test_every_page_says_when_and_from_where_it_comes(archive: zipfile.ZipFile) -> None:
    page = archive.read(f"{TOP}en/spaces/stage/index.html").decode()

    assert "Exported on 22 November 2026 from Creaspace, version 1." in page


def test_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    make_programme()

    export(tmp_path, name="one.zip")
    export(tmp_path, name="other.zip")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_data_hold_statements_with_their_sources(archive: zipfile.ZipFile) -> None:
    told = json.loads(archive.read(f"{TOP}data/programme.json"))

    (visit,) = told["records"]["visits"]
    assert [(row["field"], row["value"], row["source"]) for row in visit["statements"]] == [
        ("starts_on", "2016-10-24", "report"),
        ("starts_on", "2016-10-23", "news"),
    ]
    assert [source["slug"] for source in told["sources"]] == ["news", "report"]
    assert told["export"]["exported_on"] == "2026-11-22"
    (session,) = told["records"]["sessions"]
    assert [row["state"] for row in session["schedule"]["versions"]] == ["planned", "held"]


def test_tables_say_the_same_and_run_nothing(archive: zipfile.ZipFile) -> None:
    sources = _rows(archive, "sources.csv")
    spaces = _rows(archive, "spaces.csv")

    assert [row["title"] for row in sources] == ['\'=HYPERLINK("https://example.org")', "Report"]
    assert [(row["slug"], row["roles"]) for row in spaces] == [
        ("loft", "context"),
        ("stage", "selected-participant"),
    ]


def _rows(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    text = archive.read(f"{TOP}data/{name}").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


# ---- refusals ----


def test_unknown_programme_is_refused_with_those_there_are(tmp_path: Path) -> None:
    make_programme()

    with pytest.raises(CommandError, match=r"no published programme 'other'. There are: exchange."):
        call_command("export_programme", "other", str(tmp_path / "out.zip"))


def test_empty_instance_says_that_nothing_is_published(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="None is published here yet"):
        call_command("export_programme", "exchange", str(tmp_path / "out.zip"))


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "out.zip"

    with pytest.raises(CommandError, match=r"nowhere does not exist. Make it first."):
        call_command("export_programme", "exchange", str(out))


def test_folder_in_place_of_a_zip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"is a folder. Name the zip itself"):
        call_command("export_programme", "exchange", str(tmp_path))


def test_day_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"'tomorrow' is no day. Write one such as 2026-11-22."):
        export(tmp_path, day="tomorrow")
