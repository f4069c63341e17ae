"""Where programs to compare with are installed: in CREASPACE_BENCH_PEERS, else where anything is.

The folder named there holds `venv`, an environment of Python, and `node_modules`, or one of them.
Nothing of it is a dependency of Creaspace, and what is missing is said and left out.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from tools import node
from tools.steps import ROOT

VERSION = "import sys, importlib.metadata as m, {module}; print(m.version(sys.argv[1]))"


def folder() -> Path | None:
    named = os.environ.get("CREASPACE_BENCH_PEERS", "")
    return Path(named).resolve() if named else None


def python() -> str | None:
    """The Python in which peers are installed."""
    home = folder()
    own = home / "venv" / "bin" / "python" if home else None
    return str(own) if own and own.exists() else shutil.which("python3")


def version_of(package: str, module: str) -> str | None:
    """The version of a Python package that can be imported there; None when it cannot."""
    interpreter = python()
    if interpreter is None:
        return None
    code = VERSION.format(module=module)
    done = subprocess.run(
        [interpreter, "-c", code, package], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() if not done.returncode else None


def node_module(package: str) -> Path | None:
    """Its folder among the peers', else among the project's own."""
    homes = [home for home in (folder(), ROOT) if home]
    found = (home / "node_modules" / package for home in homes)
    return next((path for path in found if (path / "package.json").exists()), None)


def version_of_node_module(package: str) -> str | None:
    module = node_module(package)
    if module is None:
        return None
    told = json.loads((module / "package.json").read_text(encoding="utf-8"))
    return str(told["version"])


def node_command() -> list[str]:
    return node.tools()[0]
