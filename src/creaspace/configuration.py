"""Reading the host's settings: every `CREASPACE_*` value, with a default that works on a laptop."""

import os
import re
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import ParseResult, parse_qsl, unquote, urlparse

PACKAGE = Path(__file__).resolve().parent
WITHOUT_PASSWORD = re.compile(r"//[^@/]*@")


class WrongSetting(SystemExit):
    """A setting of the host cannot be used; the text names it, its value and what would do."""

    def __init__(self, name: str, value: str, advice: str) -> None:
        super().__init__(f"{name} is {WITHOUT_PASSWORD.sub('//…@', value)!r}. {advice}")


def text(name: str, default: str = "") -> str:
    return os.environ.get(f"CREASPACE_{name}", default).strip()


def flag(name: str, *, default: bool) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value in {"yes", "true", "1", "on"}:
        return True
    if value in {"no", "false", "0", "off", ""}:
        return False
    raise WrongSetting(f"CREASPACE_{name}", value, "Say yes or no.")


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit():
        raise WrongSetting(f"CREASPACE_{name}", value, "Give a whole number, 0 or more.")
    return int(value)


def cores(most: int) -> int:
    """How many cores this machine has, but no more than `most`."""
    return min(most, os.cpu_count() or 1)


def names(name: str, default: str = "") -> list[str]:
    """A list separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def data_dir() -> Path:
    """Where database, files and secret live: `./var` in a checkout, else the user's data folder."""
    if chosen := text("DATA_DIR"):
        folder = Path(chosen).expanduser().resolve()
    elif (PACKAGE.parent.parent / "dev.py").exists():
        folder = PACKAGE.parent.parent / "var"
    else:
        folder = _user_data() / "creaspace"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongSetting(
            "CREASPACE_DATA_DIR",
            str(folder),
            f"This folder cannot be made ({error.strerror}). Name one you may write to.",
        ) from error
    return folder


def public_url(default: str) -> str:
    """The address people open, without a slash at its end."""
    value = text("PUBLIC_URL", default).rstrip("/")
    parts = urlparse(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise WrongSetting(
            "CREASPACE_PUBLIC_URL", value, "Give a whole address, as in https://creaspace.example."
        )
    return value


def is_local(url: str) -> bool:
    """Whether an address leads to this machine alone."""
    return urlparse(url).hostname in {"localhost", "127.0.0.1", "::1"}


def _user_data() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home()))
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))


def secret_key(folder: Path) -> str:
    """The host's secret: given, or made once and kept readable by its owner alone."""
    if given := text("SECRET_KEY"):
        return given
    kept = folder / "secret.txt"
    try:
        with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return kept.read_text(encoding="utf-8").strip()


def database(url: str) -> dict[str, Any]:
    """`sqlite:///path` or `postgresql://user:password@host:port/name?sslmode=…` for Django."""
    parts = urlparse(url)
    if parts.scheme == "sqlite":
        return _sqlite(url, parts)
    if parts.scheme in {"postgresql", "postgres"}:
        return _postgresql(url, parts)
    raise WrongSetting(
        "CREASPACE_DATABASE_URL", url, "Begin with sqlite:///path or postgresql://host/name."
    )


def _port(parts: ParseResult) -> int | None:
    """The port of an address, None when it names none, 0 when it is no port."""
    try:
        return parts.port
    except ValueError:
        return 0


def _sqlite(url: str, parts: ParseResult) -> dict[str, Any]:
    """A connection stays open between requests: opening one reads the whole schema each time.

    Pages of the file are read through the system's own cache, which all processes share.
    """
    path = unquote(url.removeprefix("sqlite:///")) if parts.path else ""
    if not path:
        raise WrongSetting("CREASPACE_DATABASE_URL", url, "Name a file: sqlite:////srv/c.sqlite3.")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                "PRAGMA cache_size=-8000; PRAGMA mmap_size=2147418112; PRAGMA temp_store=MEMORY;"
            ),
        },
    }


def _postgresql(url: str, parts: ParseResult) -> dict[str, Any]:
    options = dict(parse_qsl(parts.query))
    port, name = _port(parts), unquote(parts.path.lstrip("/"))
    if port == 0 or not name:
        advice = "Give a name, and a port from 1 to 65535: postgresql://host:5432/name."
        raise WrongSetting("CREASPACE_DATABASE_URL", url, advice)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def file_storage(url: str) -> dict[str, Any]:
    """`file:///folder` or `s3://bucket/prefix?endpoint=https://…&region=…` as a Django storage."""
    parts = urlparse(url)
    if parts.scheme == "file" and parts.path:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": unquote(parts.path)},
        }
    if parts.scheme == "s3" and parts.netloc:
        return _s3(parts)
    raise WrongSetting("CREASPACE_FILES_URL", url, "Begin with file:///folder or s3://bucket.")


def _s3(parts: ParseResult) -> dict[str, Any]:
    wishes = dict(parse_qsl(parts.query))
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": parts.netloc,
            "location": parts.path.strip("/"),
            "endpoint_url": wishes.get("endpoint"),
            "region_name": wishes.get("region"),
            "access_key": text("S3_ACCESS_KEY") or None,
            "secret_key": text("S3_SECRET_KEY") or None,
            "default_acl": "private",
            "file_overwrite": True,
        },
    }


def mail(url: str) -> dict[str, Any]:
    """`console:`, `off:`, `smtp://user:password@host:587` or `smtps://…` as mail settings."""
    parts = urlparse(url)
    if parts.scheme in {"console", "off"}:
        engine = "console" if parts.scheme == "console" else "dummy"
        return {"backend": f"django.core.mail.backends.{engine}.EmailBackend", "options": {}}
    port = _port(parts)
    if parts.scheme in {"smtp", "smtps"} and parts.hostname and port != 0:
        return {
            "backend": "django.core.mail.backends.smtp.EmailBackend",
            "options": {
                "host": parts.hostname,
                "port": port or (465 if parts.scheme == "smtps" else 587),
                "username": unquote(parts.username or ""),
                "password": unquote(parts.password or ""),
                "use_ssl": parts.scheme == "smtps",
                "use_tls": parts.scheme == "smtp" and parts.hostname != "localhost",
                "timeout": 20,
            },
        }
    raise WrongSetting(
        "CREASPACE_MAIL_URL", url, "Use console:, off:, smtp://host or smtps://host."
    )


def oidc_providers() -> dict[str, Any]:
    """One OpenID Connect provider of the host (a university, ORCID), when its values are given."""
    address, client = text("OIDC_ADDRESS"), text("OIDC_CLIENT_ID")
    if not (address and client):
        return {}
    app = {
        "provider_id": "host",
        "name": text("OIDC_NAME", "OpenID Connect"),
        "client_id": client,
        "secret": text("OIDC_CLIENT_SECRET"),
        "settings": {"server_url": address},
    }
    return {"openid_connect": {"APPS": [app]}}


@dataclass(frozen=True)
class Linked:
    """Words of the host, and the address behind them where one was given."""

    words: str = ""
    url: str = ""


def linked(value: str) -> Linked:
    """Words with their address at the end: `© OpenStreetMap contributors https://…/copyright`."""
    words, _, last = value.rpartition(" ")
    if urlparse(last).scheme in {"http", "https"}:
        return Linked(words.strip() or urlparse(last).netloc, last)
    return Linked(value)


@dataclass(frozen=True)
class BaseMap:
    """The host's street map: a tile address with {z}, {x} and {y}, or one file of tiles."""

    address: str
    file: Path | None
    system: str
    deepest: int
    credit: Linked
    approval: str

    @property
    def is_vector(self) -> bool:
        return urlparse(self.address).path.endswith((".pbf", ".mvt"))


def base_map() -> BaseMap | None:
    address = text("BASEMAP_URL")
    if not address:
        return None
    system = text("BASEMAP_SYSTEM", "wgs84").lower()
    if system not in {"wgs84", "gcj02"}:
        raise WrongSetting("CREASPACE_BASEMAP_SYSTEM", system, "Say wgs84 or gcj02.")
    return BaseMap(
        address=address,
        file=_tile_file(address),
        system=system,
        deepest=number("BASEMAP_DEEPEST", 18),
        credit=linked(text("BASEMAP_CREDIT")),
        approval=text("BASEMAP_APPROVAL"),
    )


def _tile_file(address: str) -> Path | None:
    """The file of `file:///….pmtiles`, None for an address of tiles; else the setting is wrong."""
    parts = urlparse(address)
    if parts.scheme == "file" and parts.path.endswith(".pmtiles"):
        file = Path(unquote(parts.path))
        if not file.is_file():
            raise WrongSetting("CREASPACE_BASEMAP_URL", address, "There is no such file.")
        return file
    named = sorted(re.findall(r"{(.*?)}", address))
    if parts.scheme in {"http", "https"} and parts.hostname and named == ["x", "y", "z"]:
        return None
    advice = "Give https://host/{z}/{x}/{y}.png, or file:///folder/map.pmtiles."
    raise WrongSetting("CREASPACE_BASEMAP_URL", address, advice)
