#!/usr/bin/env python3
"""The one command of this checkout. It needs Python 3.11 or later and sets up the rest itself."""

import sys
from collections.abc import Callable

from tools import environment
from tools.steps import Failure, say


def setup(arguments: list[str]) -> int:
    if "--lock" in arguments:
        environment.lock()
        return 0
    environment.for_developing()
    return 0


COMMANDS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "setup": (setup, "make .venv with pinned packages; --lock pins them anew"),
}


def usage() -> int:
    say("./dev.py COMMAND\n")
    for name, (_, line) in COMMANDS.items():
        say(f"  {name:<6} {line}")
    return 0


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in {"help", "-h", "--help"}:
        return usage()
    if arguments[0] not in COMMANDS:
        usage()
        say(f"\nThere is no command {arguments[0]!r}.")
        return 2
    try:
        return COMMANDS[arguments[0]][0](arguments[1:])
    except Failure as failure:
        say(f"\n{failure}")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
