#!/usr/bin/env python3
"""The one command of this checkout. It needs Python 3.11 or later and sets up the rest itself."""

import importlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from tools.steps import Failure, say

COMMANDS: dict[str, tuple[str, str]] = {  # the module and function, and one line for people
    "setup": ("tools.app:setup", "make .venv with pinned packages (--lock pins anew)"),
    "run": ("tools.app:run", "set up what is missing, then serve [--host H --port P --no-worker]"),
    "test": ("tools.testing:test", "run every part, or: check unit postgres islands browser wheel"),
    "check": ("tools.checking:check", "read the code for faults, or only the checks named"),
    "fix": ("tools.checking:fix", "repair and format; prepare translations [of the rooms named]"),
    "bench": ("tools.bench:bench", "measure the budgets, or only those named"),
    "build": ("tools.building:build", "make the wheel in dist/, islands and translations inside"),
    "docs": ("tools.building:docs", "build docs/ (--screenshot renews the README's picture)"),
}


def usage() -> None:
    say("./dev.py COMMAND\n")
    for name, (_, line) in COMMANDS.items():
        say(f"  {name:<6} {line}")


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in {"help", "-h", "--help"}:
        usage()
        return 0
    if arguments[0] not in COMMANDS:
        usage()
        say(f"\nThere is no command {arguments[0]!r}.")
        return 2
    module, function = COMMANDS[arguments[0]][0].split(":")
    try:
        status: int = getattr(importlib.import_module(module), function)(arguments[1:])
    except Failure as failure:
        say(f"\n{failure}")
        return 1
    except KeyboardInterrupt:
        return 130
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
