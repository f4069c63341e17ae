"""`./dev.py run`: everything the first page needs, done once; then the server itself."""

import os
from pathlib import Path

from tools import environment, node
from tools.stamps import Stamp
from tools.steps import ROOT, Failure, quietly, say

SOURCE = ROOT / "src" / "creaspace"


def setup(arguments: list[str]) -> int:
    """`./dev.py setup`: all that running, testing and checking need, without any data."""
    if "--lock" in arguments:
        environment.lock()
        return 0
    environment.for_developing()
    node.packages(everything=True)
    ready()
    return 0


def ready() -> None:
    """Environment, islands and catalogues: what serving needs apart from data."""
    environment.for_running()
    node.islands()
    catalogues()


def catalogues() -> None:
    sources = list(SOURCE.rglob("locale/*/LC_MESSAGES/*.po"))
    stamp = Stamp(environment.STAMPS / "catalogues", sources)
    if stamp.is_fresh() and all(path.with_suffix(".mo").exists() for path in sources):
        return
    command = [environment.PYTHON, "-m", "tools.catalogues", "compile"]
    quietly("Compiling the translations", command)
    stamp.renew()


def run(arguments: list[str]) -> int:
    ready()
    folder = Path(os.environ.setdefault("CREASPACE_DATA_DIR", str(ROOT / "var")))
    os.environ.setdefault("CREASPACE_DEMONSTRATION", "yes")
    _prepare_data(folder)
    creaspace = str(environment.script("creaspace"))
    say("Starting Creaspace. Ctrl-C ends it.")
    os.execv(creaspace, [creaspace, "run", *arguments])  # noqa: S606 -- signals reach it directly
    raise Failure("The server did not start.")


def _prepare_data(folder: Path) -> None:
    """Bring the database up to date; a fresh one gets the demonstration network, once."""
    database = os.environ.get("CREASPACE_DATABASE_URL", "")
    stamp = Stamp(folder / ".prepared", _shapes_data(), note=database)
    demonstrated = folder / ".demonstrated"
    local = folder / "creaspace.sqlite3"
    if stamp.is_fresh() and demonstrated.exists() and not database and local.exists():
        return
    fresh = not demonstrated.exists() or not (database or local.exists())
    _creaspace("Preparing the database", "migrate", "--verbosity=0")
    _creaspace("Loading countries, cities and vocabularies", "load_reference")
    if fresh:
        _creaspace("Loading the demonstration network", "demo", "load")
    demonstrated.touch()
    stamp.renew()


def _shapes_data() -> list[Path]:
    """Whatever decides the tables and what stands in them from the start."""
    shapes = set(SOURCE.glob("*/*/migrations/*.py"))
    shapes |= {path for path in SOURCE.rglob("data/**/*") if path.is_file()}
    return [*shapes, environment.REQUIREMENTS / "run.txt"]


def _creaspace(label: str, *arguments: str) -> None:
    quietly(label, [environment.script("creaspace"), *arguments])
