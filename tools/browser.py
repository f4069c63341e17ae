"""Which browser the tests drive: one named, the system's, or one that Playwright can install."""

import os
import shutil
from pathlib import Path

from tools import environment
from tools.steps import Failure, quietly, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find() -> str | None:
    """The path of a Chromium or Chrome, or None when there is none and none can be installed."""
    if named := os.environ.get("CREASPACE_BROWSER"):
        if not Path(named).exists():
            raise Failure(f"CREASPACE_BROWSER is {named!r}, and there is no such file.")
        return named
    if there := next(filter(None, map(shutil.which, NAMES)), None):
        return there
    if MAC.exists():
        return str(MAC)
    return _installed() or _install()


def _installed() -> str | None:
    code = (
        "from playwright.sync_api import sync_playwright as p\n"
        "with p() as play: print(play.chromium.executable_path)"
    )
    said = quietly("Looking for a browser", [environment.PYTHON, "-c", code]).strip()
    return said if Path(said).exists() else None


def _install() -> str | None:
    try:
        command = [environment.script("playwright"), "install", "chromium"]
        quietly("Installing a browser for the tests", command)
    except Failure as failure:
        say(str(failure).splitlines()[-1])
        return None
    return _installed()
