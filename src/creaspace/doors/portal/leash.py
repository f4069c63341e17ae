"""A program on a leash: it ends when whoever started it is gone, even if nobody could say so.

``python -m creaspace.doors.portal.leash granian --port …`` runs that module with a watch on its
standard input. Whoever starts it holds the other end of that pipe; when they are killed the system
closes it, on every platform, and the program and all it started end within a second.
"""

import atexit
import os
import runpy
import signal
import sys
import threading
import time

GRACE = 0.5  # seconds to end by oneself


def watch() -> None:
    """Wait until the other end of standard input is closed; then end everything."""
    while os.read(0, 1):
        pass
    atexit.register(end_group, "SIGKILL")  # helpers that outlast the program itself
    end_group("SIGTERM")
    time.sleep(GRACE)
    end_group("SIGKILL")


def end_group(name: str) -> None:
    """Signal the whole process group, ourselves included; without groups, leave at once."""
    if hasattr(os, "killpg"):
        os.killpg(os.getpgrp(), getattr(signal, name))
    else:
        os._exit(1)


def main() -> None:
    threading.Thread(target=watch, daemon=True).start()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
