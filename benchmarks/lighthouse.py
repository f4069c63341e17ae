"""Lighthouse 13, mobile preset, median of three, on the key pages of the demonstration network."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from tests.served import creaspace, serving
from tools import browser, node
from tools.bench import Report
from tools.steps import Failure

ROUNDS = 3
LEAST = 95
OLDEST_NODE = (22, 19)  # of Lighthouse 13; the islands are content with less
PAGES = {
    "home": "/en/",
    "programme": "/en/programmes/ecn-2016/",
    "space": "/en/spaces/st-spot/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --disable-dev-shm-usage --disable-gpu --disable-background-networking"
TRIES = 3  # Chromium sometimes misses the start of a page (NO_NAVSTART); Lighthouse says: again


def run(report: Report) -> None:
    chrome = browser.find()
    if chrome is None:
        raise Failure("Lighthouse needs Chromium or Chrome; set CREASPACE_BROWSER to one.")
    with tempfile.TemporaryDirectory(prefix="creaspace-bench-") as name:
        folder = Path(name)
        for arguments in (["migrate", "--verbosity=0"], ["load_reference"], ["demo", "load"]):
            creaspace(folder, *arguments)
        with serving(folder, "--no-worker") as site:
            for page, path in PAGES.items():
                rounds = [_audit(site.url(path), chrome, folder) for _ in range(ROUNDS)]
                _tell(report, page, rounds)


def _tell(report: Report, page: str, rounds: list[dict[str, float]]) -> None:
    for category in CATEGORIES:
        scores = [scored[category] for scored in rounds]
        report(f"{page}: {category}", scores, "/100", LEAST, at_most=False)
    report(f"{page}: transferred", [scored["kilobytes"] for scored in rounds], "kB", 100)


def _audit(address: str, chrome: str, folder: Path) -> dict[str, float]:
    target = folder / "lighthouse.json"
    root = " --no-sandbox" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    wishes = [
        "--output=json",
        f"--output-path={target}",
        "--quiet",
        f"--chrome-flags={FLAGS}{root}",
    ]
    wishes += [f"--only-categories={','.join(CATEGORIES)}", "--form-factor=mobile"]
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
