"""Lighthouse 13, median of three, on the key pages of the demonstration network.

Under the mobile preset the map of the atlas waits behind its button; under the desktop preset it is
on, and is drawn in software, which is slower than any graphics card.
"""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.served import creaspace, serving
from tools import browser, node
from tools.bench import Report
from tools.steps import Failure

ROUNDS = 3
LEAST = 95
HEAVIEST_KB = 100
OLDEST_NODE = (22, 19)  # of Lighthouse 13; the islands are content with less
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --disable-dev-shm-usage --disable-background-networking"
NO_DRAWING = "--disable-gpu"
DRAWING = "--use-angle=swiftshader --enable-unsafe-swiftshader"
PRESETS = {"mobile": "--form-factor=mobile", "desktop": "--preset=desktop"}
TRIES = 3  # Chromium sometimes misses the start of a page (NO_NAVSTART); Lighthouse says: again


@dataclass(frozen=True)
class Visit:
    """A page under a preset, and whether a map is drawn on it."""

    page: str
    path: str
    preset: str = "mobile"
    has_map: bool = False

    @property
    def name(self) -> str:
        return f"{self.page}, {self.preset}{', map on' if self.has_map else ''}"


SEARCH = "/en/search/?q=art"
VISITS = (
    Visit("home", "/en/"),
    Visit("programme", "/en/programmes/ecn-2016/"),
    Visit("space", "/en/spaces/st-spot/"),
    Visit("atlas", "/en/spaces/"),
    Visit("atlas", "/en/spaces/", preset="desktop", has_map=True),
    Visit("search", SEARCH),
    Visit("search", SEARCH, preset="desktop"),
)


def run(report: Report) -> None:
    chrome = browser.find()
    if chrome is None:
        raise Failure("Lighthouse needs Chromium or Chrome; set CREASPACE_BROWSER to one.")
    with tempfile.TemporaryDirectory(prefix="creaspace-bench-") as name:
        folder = Path(name)
        for arguments in (["migrate", "--verbosity=0"], ["load_reference"], ["demo", "load"]):
            creaspace(folder, *arguments)
        with serving(folder, "--no-worker") as site:
            for visit in VISITS:
                address = site.url(visit.path)
                rounds = [_audit(address, visit, chrome, folder) for _ in range(ROUNDS)]
                _tell(report, visit, rounds)


def _tell(report: Report, visit: Visit, rounds: list[dict[str, float]]) -> None:
    for category in CATEGORIES:
        scores = [scored[category] for scored in rounds]
        report(f"{visit.name}: {category}", scores, "/100", LEAST, at_most=False)
    most = None if visit.has_map else HEAVIEST_KB
    report(f"{visit.name}: transferred", [scored["kilobytes"] for scored in rounds], "kB", most)


def _audit(address: str, visit: Visit, chrome: str, folder: Path) -> dict[str, float]:
    target = folder / "lighthouse.json"
    root = " --no-sandbox" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    drawing = DRAWING if visit.has_map else NO_DRAWING
    wishes = [
        "--output=json",
        f"--output-path={target}",
        "--quiet",
        f"--chrome-flags={FLAGS} {drawing}{root}",
        f"--only-categories={','.join(CATEGORIES)}",
        PRESETS[visit.preset],
    ]
    for _try in range(TRIES):
        done = subprocess.run(
            [*node.command("lighthouse", OLDEST_NODE), address, *wishes],
            env={**os.environ, "CHROME_PATH": chrome},
            capture_output=True,
            text=True,
            check=False,
        )
        if not done.returncode:
            break
    else:
        raise Failure(f"{done.stderr[-3000:]}\nLighthouse could not audit {address}.")
    said = json.loads(target.read_text(encoding="utf-8"))
    scores = {name: 100 * (said["categories"][name]["score"] or 0) for name in CATEGORIES}
    weight = said["audits"]["total-byte-weight"]["numericValue"]
    return {**scores, "kilobytes": weight / 1000}
