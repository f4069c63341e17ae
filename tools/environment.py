"""The environment `.venv`: pinned packages with hashes, and the project itself."""

import os
import sys
import sysconfig
from pathlib import Path

from tools.stamps import Stamp
from tools.steps import ROOT, Failure, openly, quietly

VENV = ROOT / ".venv"
STAMPS = VENV / "stamps"
REQUIREMENTS = ROOT / "requirements"
OLDEST_PYTHON = (3, 11)
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
LOCKS: dict[str, list[str]] = {
    "run": [],
    "extras": ["--all-extras"],
    "dev": ["--extra", "s3", "--group", "dev"],
    "build": ["--only-group", "build"],
    "node": ["--only-group", "node"],
}


def script(name: str) -> Path:
    return SCRIPTS / (f"{name}.exe" if os.name == "nt" else name)


def for_running() -> None:
    """What `creaspace` needs to run from this checkout."""
    _make()
    install("run")
    _install_project()


def for_developing() -> None:
    """What checks, tests, benchmarks and documentation need on top."""
    for_running()
    install("dev")


def install(name: str) -> None:
    lock = REQUIREMENTS / f"{name}.txt"
    stamp = Stamp(STAMPS / f"packages-{name}", [lock], note=sys.version)
    if stamp.is_fresh():
        return
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    quietly(f"Installing requirements/{name}.txt", [*pip, "--require-hashes", "-r", lock])
    stamp.renew()


def lock() -> None:
    """Pin every dependency anew, all lists agreeing, for every platform and Python we support."""
    for_developing()
    shared = ROOT / "var" / "all-pins.txt"
    shared.parent.mkdir(exist_ok=True)
    _compile(shared, ["--all-extras", "--group", "dev", "--group", "build"])
    for name, wishes in LOCKS.items():
        _compile(REQUIREMENTS / f"{name}.txt", [*wishes, "--constraint", str(shared)])


def _compile(target: Path, wishes: list[str]) -> None:
    command = [script("uv"), "pip", "compile", "--quiet", "--no-config", "--universal"]
    command += ["--python-version", ".".join(map(str, OLDEST_PYTHON)), "--upgrade"]
    command += ["--generate-hashes", "--no-annotate", "--no-emit-index-url"]
    source = [] if "--only-group" in wishes else ["pyproject.toml"]
    wishes = [wish.replace("--only-group", "--group") for wish in wishes]
    stated = {"UV_CUSTOM_COMPILE_COMMAND": "./dev.py setup --lock"}
    quietly(f"Pinning {target.name}", [*command, *source, *wishes, "-o", target], env=stated)


def _make() -> None:
    if sys.version_info < OLDEST_PYTHON:
        raise Failure(f"Creaspace needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    stamp = Stamp(STAMPS / "environment", [], note=sysconfig.get_platform() + sys.version)
    if stamp.is_fresh() and PYTHON.exists():
        return
    command = [sys.executable, "-m", "venv", "--clear", VENV]
    quietly("Making the environment .venv", command)
    stamp.renew()


def _install_project() -> None:
    stamp = Stamp(STAMPS / "project", [ROOT / "pyproject.toml"], note=str(ROOT))
    if stamp.is_fresh():
        return
    install("build")
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    flags = ["--no-deps", "--no-build-isolation", "--editable", "."]
    quietly("Installing creaspace itself", [*pip, *flags])
    stamp.renew()


def module(name: str, *arguments: str) -> int:
    """Run one of our own tools inside the environment."""
    return openly([PYTHON, "-m", name, *arguments])
