"""The wheel, installed as a host would install it: complete, consistent and able to serve."""

import email
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.served import free_port, surroundings
from tools.steps import ROOT

BUILT = "creaspace/core/static/core/built/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, ROOT / "dev.py", "build", folder], cwd=ROOT, check=True)
    (made,) = folder.glob("creaspace-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but the wheel, which sees the pinned packages."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    pip = [sys.executable, "-m", "pip", "--python", home / "bin" / "python"]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", wheel], check=True)
    (packages,) = home.glob("lib/python*/site-packages")
    pinned = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "pinned.pth").write_text("\n".join(pinned) + "\n")
    return home / "bin"


def test_wheel_holds_built_islands_and_translations_but_no_sources_of_them(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    built = ROOT / "src" / BUILT
    shipped = {f"{BUILT}{path.relative_to(built)}" for path in built.rglob("*") if path.is_file()}
    catalogues = {
        str(path.with_suffix(".mo").relative_to(ROOT / "src"))
        for path in (ROOT / "src").rglob("*.po")
    }

    assert shipped
    assert shipped <= names
    assert catalogues <= names
    assert not [name for name in names if name.endswith((".po", ".ts", ".pyc"))]


def test_wheel_asks_for_what_is_pinned(wheel: Path):
    pins = dict(_pins("run.txt"))
    extras = dict(_pins("extras.txt"))

    for line in _metadata(wheel).get_all("Requires-Dist", []):
        wanted = Requirement(line)
        versions = (extras if "extra ==" in line else pins).get(_plain(wanted.name), [])
        assert versions, f"{wanted} is not pinned"
        assert all(wanted.specifier.contains(version) for version in versions), wanted


def test_wheel_tells_its_licence_its_extras_and_its_command(wheel: Path):
    said = _metadata(wheel)
    scripts = zipfile.ZipFile(wheel).read(_inside(wheel, "entry_points.txt")).decode()

    assert said["License-Expression"] == "AGPL-3.0-or-later"
    assert set(said.get_all("Provides-Extra", [])) == {"book", "choice", "film", "s3"}
    assert "creaspace = creaspace.__main__:main" in scripts


def test_installed_wheel_serves_a_page(installed: Path, tmp_path: Path):
    environment = surroundings(tmp_path)
    creaspace = installed / "creaspace"
    subprocess.run(
        [creaspace, "migrate", "--verbosity=0"], env=environment, cwd=tmp_path, check=True
    )
    port = free_port()
    server = subprocess.Popen(
        [creaspace, "run", "--no-worker", "--host", "localhost", "--port", str(port)],
        env=environment,
        cwd=tmp_path,
    )

    try:
        page = _fetched(f"http://localhost:{port}/en/", server)
    finally:
        server.terminate()
        server.wait(timeout=10)

    assert "<h1" in page
    assert _comes_from(installed / "python", tmp_path).is_relative_to(installed.parent)


def _fetched(address: str, server: subprocess.Popen[bytes]) -> str:
    for _ in range(600):
        assert server.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.read().decode()
        except (ConnectionError, urllib.error.URLError):
            time.sleep(0.05)
    raise AssertionError(f"no page at {address}")


def _comes_from(python: Path, folder: Path) -> Path:
    code = "import creaspace; print(creaspace.__file__)"
    said = subprocess.run(
        [python, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    return Path(said.stdout.strip())


def _metadata(wheel: Path) -> Message:
    return email.message_from_bytes(zipfile.ZipFile(wheel).read(_inside(wheel, "METADATA")))


def _inside(wheel: Path, name: str) -> str:
    (found,) = [path for path in zipfile.ZipFile(wheel).namelist() if path.endswith(f"info/{name}")]
    return found


def _pins(name: str) -> Iterator[tuple[str, list[Version]]]:
    """Every pinned package; a lock for several Pythons may hold several versions of one."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    found: dict[str, list[Version]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([\w.+!]+)", text, re.MULTILINE):
        found.setdefault(_plain(package), []).append(Version(version))
    return iter(found.items())


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
