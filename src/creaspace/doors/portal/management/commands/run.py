"""`creaspace run`: from nothing to the first page, and a clean end."""

import sys
import time
from argparse import ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from creaspace.doors.portal import arriving, preparing, serving


def port(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 65535:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no port. Give a number from 1 to 65535.")


class Command(BaseCommand):
    help = "Serve this instance: the web server and one worker, until Ctrl-C or SIGTERM."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", default=8000, type=port, help="port to listen on")
        parser.add_argument(
            "--no-worker", action="store_true", help="serve pages only; slow work waits"
        )

    def handle(self, *_args: Any, host: str, port: int, no_worker: bool, **_options: Any) -> None:
        began = time.monotonic()
        serving.interrupt_on_signals()
        address = serving.Address(host, port)
        address.ensure_free()
        try:
            preparing.prepare(self._say)
            service = serving.Service(address, with_worker=not no_worker)
            status = service.serve(lambda: self._welcome(address, time.monotonic() - began))
        except KeyboardInterrupt:
            status = 130
        if status:
            sys.exit(status)

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def _welcome(self, address: serving.Address, seconds: float) -> None:
        self._say(f"Creaspace is open at {address.url}/ ({seconds:.1f} s). Ctrl-C ends it.")
        for line in arriving.sign_in_lines(address):
            self._say(line)
