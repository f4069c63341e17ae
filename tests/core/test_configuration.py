"""A wrong setting is refused with its name, its value, and what would do."""

from pathlib import Path

import pytest

from creaspace import configuration
from creaspace.configuration import WrongSetting


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    return monkeypatch


def test_flag_reads_the_ways_people_say_yes_and_no(environment: pytest.MonkeyPatch) -> None:
    for words, meaning in (("Yes", True), (" on ", True), ("1", True), ("off", False), ("", False)):
        environment.setenv("CREASPACE_PROBE", words)

        assert configuration.flag("PROBE", default=not meaning) is meaning


def test_flag_that_is_neither_is_refused(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CREASPACE_PROBE", "perhaps")

    with pytest.raises(WrongSetting) as caught:
        configuration.flag("PROBE", default=True)

    assert str(caught.value) == "CREASPACE_PROBE is 'perhaps'. Say yes or no."


@pytest.mark.parametrize("words", ["-1", "1.5", "many", "", "٣"])
def test_number_that_is_none_is_refused(environment: pytest.MonkeyPatch, words: str) -> None:
    environment.setenv("CREASPACE_PROBE", words)

    with pytest.raises(WrongSetting) as caught:
        configuration.number("PROBE", 3)

    assert str(caught.value) == f"CREASPACE_PROBE is {words!r}. Give a whole number, 0 or more."


def test_number_has_a_default(environment: pytest.MonkeyPatch) -> None:
    environment.delenv("CREASPACE_PROBE", raising=False)

    assert configuration.number("PROBE", 3) == 3


def test_names_are_parted_by_commas_and_empty_ones_dropped(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CREASPACE_PROBE", " a.example, ,b.example,")

    assert configuration.names("PROBE") == ["a.example", "b.example"]


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("mysql://localhost/x", "Begin with sqlite:///path or postgresql://host/name."),
        ("creaspace.sqlite3", "Begin with sqlite:///path or postgresql://host/name."),
        ("sqlite://", "Name a file: sqlite:////srv/c.sqlite3."),
        ("sqlite:///", "Name a file: sqlite:////srv/c.sqlite3."),
    ],
)
def test_database_of_another_kind_is_refused(url: str, advice: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        configuration.database(url)

    assert str(caught.value) == f"CREASPACE_DATABASE_URL is {url!r}. {advice}"


def test_sqlite_takes_an_absolute_or_a_relative_path() -> None:
    assert configuration.database("sqlite:////srv/a%20b.sqlite3")["NAME"] == "/srv/a b.sqlite3"
    assert configuration.database("sqlite:///here.sqlite3")["NAME"] == "here.sqlite3"


def test_postgresql_address_is_read_part_by_part() -> None:
    read = configuration.database(
        "postgresql://me:p%40ss@db.example:5433/creaspace?sslmode=require"
    )

    assert {key: read[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "creaspace",
        "USER": "me",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_postgresql_port_that_is_none_is_refused() -> None:
    with pytest.raises(WrongSetting, match=r"^CREASPACE_DATABASE_URL is "):
        configuration.database("postgresql://me@db.example:port/creaspace")


def test_postgresql_without_a_name_is_refused() -> None:
    with pytest.raises(WrongSetting, match=r"^CREASPACE_DATABASE_URL is "):
        configuration.database("postgresql://me@db.example")


@pytest.mark.parametrize("url", ["ftp://host/folder", "s3://", "file://", "folder"])
def test_files_elsewhere_are_refused(url: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        configuration.file_storage(url)

    told = f"CREASPACE_FILES_URL is {url!r}. Begin with file:///folder or s3://bucket."
    assert str(caught.value) == told


def test_bucket_is_read_with_its_wishes() -> None:
    read = configuration.file_storage("s3://pictures/2016?endpoint=https://s3.example&region=eu")

    options = read["OPTIONS"]
    assert (options["bucket_name"], options["location"]) == ("pictures", "2016")
    assert (options["endpoint_url"], options["region_name"]) == ("https://s3.example", "eu")


@pytest.mark.parametrize("url", ["mail.example", "smtp://", "pop://host", "smtp://host:port"])
def test_mail_that_cannot_be_sent_is_refused(url: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        configuration.mail(url)

    told = f"CREASPACE_MAIL_URL is {url!r}. Use console:, off:, smtp://host or smtps://host."
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtp://mail.example", 587, False, True),
        ("smtps://mail.example", 465, True, False),
        ("smtp://localhost:1025", 1025, False, False),
    ],
)
def test_mail_server_is_met_on_its_port(url: str, port: int, ssl: bool, tls: bool) -> None:
    options = configuration.mail(url)["options"]

    assert (options["port"], options["use_ssl"], options["use_tls"]) == (port, ssl, tls)


def test_secret_is_made_once_and_kept_for_its_owner(
    tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    environment.delenv("CREASPACE_SECRET_KEY", raising=False)

    first, second = configuration.secret_key(tmp_path), configuration.secret_key(tmp_path)

    assert first == second
    assert len(first) > 50
    assert (tmp_path / "secret.txt").stat().st_mode & 0o077 == 0


def test_data_folder_of_the_host_is_made(tmp_path: Path, environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CREASPACE_DATA_DIR", str(tmp_path / "new" / "folder"))

    assert configuration.data_dir() == tmp_path / "new" / "folder"
    assert (tmp_path / "new" / "folder").is_dir()


def test_a_wrong_address_is_told_without_its_password():
    with pytest.raises(SystemExit) as refused:
        configuration.database("mysql://me:secret@db/name")

    assert "secret" not in str(refused.value)
    assert "mysql://…@db/name" in str(refused.value)


def test_data_folder_that_cannot_be_made_is_refused(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    environment.setenv("CREASPACE_DATA_DIR", str(tmp_path / "file" / "data"))

    with pytest.raises(WrongSetting, match=r"CREASPACE_DATA_DIR is .*Name one you may write to"):
        configuration.data_dir()


@pytest.mark.parametrize("address", ["creaspace.example", "ftp://creaspace.example", "", "http://"])
def test_public_address_that_is_not_whole_is_refused(
    environment: pytest.MonkeyPatch, address: str
) -> None:
    environment.setenv("CREASPACE_PUBLIC_URL", address)

    with pytest.raises(WrongSetting, match="Give a whole address"):
        configuration.public_url("http://localhost:8000")


def test_public_address_loses_the_slash_at_its_end(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CREASPACE_PUBLIC_URL", "https://creaspace.example/")

    assert configuration.public_url("") == "https://creaspace.example"


# ---- the host's street map and words ----


@pytest.mark.parametrize(
    ("value", "words", "url"),
    [
        ("", "", ""),
        ("Legal notice", "Legal notice", ""),
        ("Aviso legal https://host.example/legal", "Aviso legal", "https://host.example/legal"),
        ("https://host.example/legal", "host.example", "https://host.example/legal"),
        ("Notice javascript:alert(1)", "Notice javascript:alert(1)", ""),
    ],
)
def test_words_may_end_with_their_address(value: str, words: str, url: str) -> None:
    assert configuration.linked(value) == configuration.Linked(words, url)


def test_host_without_a_street_map_has_none(environment: pytest.MonkeyPatch) -> None:
    environment.delenv("CREASPACE_BASEMAP_URL", raising=False)

    assert configuration.base_map() is None


def test_street_map_is_read_with_its_system_and_credit(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CREASPACE_BASEMAP_URL", "https://tiles.example/{z}/{x}/{y}.mvt?key=1")
    environment.setenv("CREASPACE_BASEMAP_SYSTEM", "GCJ02")
    environment.setenv("CREASPACE_BASEMAP_CREDIT", "© Map https://map.example/")
    environment.setenv("CREASPACE_BASEMAP_APPROVAL", "GS(2026)1号")

    found = configuration.base_map()

    assert found is not None
    assert (found.system, found.deepest, found.file) == ("gcj02", 18, None)
    assert found.is_vector
    assert found.credit == configuration.Linked("© Map", "https://map.example/")
    assert found.approval == "GS(2026)1号"


def test_street_map_may_be_a_file(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "street map.pmtiles"
    file.write_bytes(b"PMTiles")
    environment.setenv("CREASPACE_BASEMAP_URL", file.as_uri())

    found = configuration.base_map()

    assert found is not None
    assert found.file == file


@pytest.mark.parametrize(
    "url",
    [
        "tiles.example/{z}/{x}/{y}.png",
        "https://tiles.example/{z}/{x}.png",
        "https://{s}.tiles.example/{z}/{x}/{y}.png",
        "ftp://tiles.example/{z}/{x}/{y}.png",
        "file:///srv/map.mbtiles",
        "file:///no/such/file.pmtiles",
    ],
)
def test_street_map_that_cannot_be_is_refused(environment: pytest.MonkeyPatch, url: str) -> None:
    environment.setenv("CREASPACE_BASEMAP_URL", url)

    with pytest.raises(WrongSetting, match=r"^CREASPACE_BASEMAP_URL is "):
        configuration.base_map()


def test_system_that_no_street_map_has_is_refused(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CREASPACE_BASEMAP_URL", "https://tiles.example/{z}/{x}/{y}.png")
    environment.setenv("CREASPACE_BASEMAP_SYSTEM", "bd09")

    with pytest.raises(WrongSetting, match="Say wgs84 or gcj02"):
        configuration.base_map()
