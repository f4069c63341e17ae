"""Fixtures of the browser tests: a running copy with the demonstration network, and a page on it.

`site` is shared by a whole run: read from it. `own_site` is a copy for one test, to change at will.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    StorageState,
    ViewportSize,
    expect,
    sync_playwright,
)

from tools import browser as browsers

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 180  # a busy machine collects static files anew; idle, it takes seconds
MAKE_SECONDS = 300
LINK_SECONDS = 20
SEEN_MS = 20_000  # until a page shows what is expected; idle, it takes a fraction
LOG = "served.log"
# A browser leaves out what nobody scrolled to, but a picture shows the whole page.
PICTURES_NOW = """() => Promise.all(
  [...document.querySelectorAll("img[loading=lazy]")].map((each) => {
    each.loading = "eager";
    return each.decode().catch(() => null);
  }),
)"""
FLAGS = ["--disable-dev-shm-usage", "--font-render-hinting=none", "--force-color-profile=srgb"]
IN_SOFTWARE = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
WIDE: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Site:
    """A running copy: its address, its data folder, and its commands."""

    address: str
    folder: Path
    sessions: dict[str, StorageState] = field(default_factory=dict)

    def url(self, path: str) -> str:
        return self.address + path

    def command(self, *arguments: str) -> str:
        """Run a `creaspace` command on this copy's data and return what it said."""
        return creaspace(self.folder, *arguments)

    def sign_in_link(self, role: str) -> str:
        """The one-time link that `run` printed for a visitor, a steward or an organiser."""
        until = time.monotonic() + LINK_SECONDS
        found = None
        while not found and time.monotonic() < until:  # it prints them after its first page
            time.sleep(0.05)
            said = (self.folder / LOG).read_text(encoding="utf-8")
            found = re.search(rf"^\s*{role}\s+(http\S+)\n", said, re.MULTILINE)
        assert found, f"`creaspace run` printed no link for {role}:\n{said}"
        return found[1]

    def signed_in(self, browser: Browser, role: str) -> StorageState:
        """The cookies of a demonstration account; its link is used once in a run of this copy."""
        if role not in self.sessions:
            context = browser.new_context(locale="en")
            page = context.new_page()
            page.goto(self.sign_in_link(role))
            page.locator("main form button").first.click()
            page.wait_for_load_state()
            self.sessions[role] = context.storage_state()
            context.close()
        return self.sessions[role]


def creaspace(folder: Path, *arguments: str) -> str:
    return _told([sys.executable, "-m", "creaspace", *arguments], folder)


def _told(command: list[str], folder: Path) -> str:
    """What a program says that does its work on a copy's data."""
    done = subprocess.run(
        command, env=surroundings(folder), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a copy: no setting of this machine but its folder."""
    kept = {name: value for name, value in os.environ.items() if "CREASPACE_" not in name}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {
        **kept,
        "CREASPACE_DATA_DIR": str(folder),
        "CREASPACE_DEMONSTRATION": "yes",
        "CREASPACE_WEB_PROCESSES": "1",  # it starts sooner, and one reader asks
        **more,
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path, *options: str, **settings: str) -> Iterator[Site]:
    """`creaspace run` on a free port of localhost, until the test is over."""
    port = free_port()
    command = [sys.executable, "-m", "creaspace", "run", "--host", "localhost", "--port", str(port)]
    address = f"http://localhost:{port}"
    with (folder / LOG).open("w") as log:
        server = subprocess.Popen(
            [*command, *options],
            env=surroundings(folder, CREASPACE_PUBLIC_URL=address, **settings),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(address, server, folder / LOG)
            yield Site(address, folder)
        finally:
            server.terminate()
            server.wait(timeout=10)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except urllib.error.HTTPError:
            return  # it answers; what it says is a test's matter
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"The server did not answer at {address}.\n{log.read_text()}")


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demonstration network and the static files: copy it, never change it.

    `./dev.py test` names a folder that all parts and processes of a run share.
    """
    shared = os.environ.get("CREASPACE_TEST_SHARED")
    if shared:
        return _made_once(Path(shared))
    return _make_demonstration(tmp_path_factory.mktemp("demonstration"))


def _made_once(shared: Path) -> Path:
    """The first process to come makes it; the others wait for it, or take over if it failed."""
    ready, claim = shared / "demonstration", shared / "claim"
    until = time.monotonic() + MAKE_SECONDS
    while not ready.exists():
        assert time.monotonic() < until, "Another process did not make the demonstration network."
        try:
            claim.mkdir()
        except FileExistsError:
            time.sleep(0.1)
            continue
        try:
            if not ready.exists():
                _make_demonstration(Path(tempfile.mkdtemp(dir=shared))).rename(ready)
        finally:
            claim.rmdir()
    return ready


def _make_demonstration(folder: Path) -> Path:
    _told([sys.executable, "-m", "tests.demonstrating"], folder)
    return folder


@pytest.fixture(scope="session")
def site(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("shared") / "site"
    shutil.copytree(demonstration, folder)
    one = {"CREASPACE_WEB_PROCESSES": "1"}  # one reader at a time asks it
    with serving(folder, "--no-worker", **one) as running:
        yield running


@pytest.fixture
def own_site(demonstration: Path, tmp_path: Path) -> Iterator[Site]:
    """A copy that one test may change, with its worker."""
    folder = tmp_path / "own"
    shutil.copytree(demonstration, folder)
    with serving(folder) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[[list[str]], Browser]]:
    """Starts Chromium with these flags beside the usual ones."""
    path = browsers.find()
    if path is None:
        pytest.skip("There is no Chromium or Chrome; set CREASPACE_BROWSER to one.")
    expect.set_options(timeout=SEEN_MS)
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as play:
        yield lambda flags: play.chromium.launch(executable_path=path, args=[*FLAGS, *root, *flags])


@pytest.fixture(scope="session")
def browser(chromium: Callable[[list[str]], Browser]) -> Iterator[Browser]:
    running = chromium(["--disable-gpu"])
    yield running
    running.close()


@pytest.fixture(scope="session")
def drawing_browser(chromium: Callable[[list[str]], Browser]) -> Iterator[Browser]:
    """One that draws maps, in software; it is several times as dear, also where there is none."""
    running = chromium(IN_SOFTWARE)
    yield running
    running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport=WIDE, locale="en", reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page as wide as a phone."""
    opened = browser.new_context(viewport=PHONE, locale="en", is_mobile=True, has_touch=True)
    yield opened.new_page()
    opened.close()


def picture(page: Page, name: str, *, whole: bool = True) -> Path:
    """Keep a screenshot among the run's own, and return its path."""
    folder = Path(os.environ["CREASPACE_SCREENSHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.png"
    page.evaluate("document.fonts.ready")
    page.evaluate(PICTURES_NOW)
    page.screenshot(path=target, full_page=whole, animations="disabled")
    return target
