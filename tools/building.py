"""`./dev.py build` and `./dev.py docs`."""

import os
import shutil
from pathlib import Path

from tools import app, browser, environment
from tools.steps import ROOT, Failure, openly, quietly, say

PICTURE = ROOT / "docs" / "use" / "home.png"


def build(arguments: list[str]) -> int:
    """Make a wheel that needs neither Node nor gettext where it is installed."""
    app.ready()
    environment.install("build")
    target = Path(arguments[0] if arguments else ROOT / "dist")
    quietly(
        "Making the wheel",
        [environment.PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", target],
    )
    say("\n".join(str(path) for path in sorted(target.glob("*.whl"))))
    return 0


def docs(arguments: list[str]) -> int:
    """Build the documentation; a warning is a failure."""
    environment.for_developing()
    if "--screenshot" in arguments:
        _renew_picture()
    target = ROOT / "docs" / "_build"
    quietly("Building docs/", sphinx(target))
    say(f"{target / 'index.html'}")
    return 0


def sphinx(target: Path) -> list[str]:
    """How the pages are built: every warning is told, and any is a failure."""
    flags = ["-W", "--keep-going", "-q", "-b", "html"]
    return [str(environment.script("sphinx-build")), *flags, str(ROOT / "docs"), str(target)]


def _renew_picture() -> None:
    """Let the tests take the picture of the home page that README shows."""
    app.setup([])
    path = browser.find()
    if path is None:
        raise Failure("There is no Chromium or Chrome to take the picture; set CREASPACE_BROWSER.")
    folder = ROOT / "var" / "screenshots"
    surroundings = {"CREASPACE_BROWSER": path, "CREASPACE_SCREENSHOTS": str(folder)}
    tests = [environment.PYTHON, "-m", "pytest", "-q", "tests/screenshots", "-k", "readme"]
    if openly(tests, surroundings):
        raise Failure(f"The picture was not taken; {os.path.relpath(PICTURE, ROOT)} is as before.")
    shutil.copyfile(folder / "readme.png", PICTURE)
