"""The web server and one worker, watched over by this process until somebody ends it."""

import errno
import http.client
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import NoReturn

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import close_old_connections, connections

from creaspace.doors.portal.processes import Child, end_all

logger = logging.getLogger(__name__)
GRACE = 0.5  # seconds to end by oneself; the whole ending takes less than one
PATIENCE = 60.0  # seconds the web server has for its first page
TICK = 60.0
THREADS = "4"  # of each web process
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 -- only compared
LEASHED = (sys.executable, "-m", "creaspace.doors.portal.leash")  # they end if we are killed
LOCAL = {"localhost", "127.0.0.1", "::1"}
ENDINGS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


@dataclass(frozen=True)
class Address:
    """Where the server listens."""

    host: str
    port: int

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host in LOCAL

    @property
    def url(self) -> str:
        """As a person types it; passkeys work on `localhost`, never on 127.0.0.1."""
        host = "localhost" if self.is_local or self.host in EVERYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def ensure_free(self) -> None:
        """Refuse with what to do when nobody could listen here."""
        try:
            _listen_once(self.host, self.port)
        except OSError as error:
            raise CommandError(self._advice(error)) from None

    def _advice(self, error: OSError) -> str:
        where = f"port {self.port} of {self.host}"
        if error.errno == errno.EADDRINUSE:
            other = _next_free(self.host, self.port)
            return (
                f"Another program is listening on {where}, perhaps another Creaspace. "
                f"Stop it, or start this one with --port {other}."
            )
        if error.errno == errno.EACCES:
            return f"This account may not listen on {where}. Choose a port from 1024 to 65535."
        return f"Nobody can listen on {where}: {error}. Choose another --host or --port."


def numeric(host: str, port: int) -> str:
    """The address behind a name; IPv4 where there is a choice, as every browser tries it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    listed = sorted(found, key=lambda each: each[0] != socket.AF_INET)
    return str(listed[0][4][0])


def _listen_once(host: str, port: int) -> None:
    where = numeric(host, port)
    family = socket.AF_INET6 if ":" in where else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        if os.name == "posix":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind((where, port))
        trial.listen(1)


def _next_free(host: str, port: int) -> int:
    for other in range(port + 1, min(port + 50, 65536)):
        try:
            _listen_once(host, other)
        except OSError:
            continue
        return other
    return 0


def interrupt_on_signals() -> None:
    """Let a wish to end stop what is being prepared, also where SIGINT was inherited ignored."""
    for number in ENDINGS:
        signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


class Service:
    """Runs the children; `serve` returns when somebody asked it to end."""

    def __init__(self, address: Address, *, with_worker: bool) -> None:
        self.address = address
        self.environment = {"CREASPACE_PUBLIC_URL": address.url, **os.environ}
        self.web = Child("web server", web_command(address), self.environment)
        worker = Child("worker", worker_command(), self.environment)
        self.worker = worker if with_worker else None
        self.ending = False

    def serve(self, when_ready: Callable[[], object]) -> int:
        """Start everything, say so once the first page is there, watch; the exit status."""
        for number in ENDINGS:
            signal.signal(number, self._ask_to_end)
        try:
            self.web.start()
            if self._first_page_came():
                when_ready()
                self._watch()
            return 0 if self.ending else 1
        finally:
            end_all(self._children(), grace=GRACE)

    def _ask_to_end(self, _number: int, _frame: FrameType | None) -> None:
        self.ending = True

    def _children(self) -> list[Child]:
        return [self.web, self.worker] if self.worker else [self.web]

    def _first_page_came(self) -> bool:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not self.ending and self.web.status is None:
            if answers(self.address):
                return True
            time.sleep(0.05)
        if not self.ending:
            logger.error("The web server gave no page; what it said stands above.")
        return False

    def _watch(self) -> None:
        if self.worker:
            self.worker.start()
            threading.Thread(target=tick_for_ever, daemon=True).start()
        while not self.ending:
            if self.web.status is not None:
                logger.error("The web server ended by itself, with status %s.", self.web.status)
                return
            if self.worker and self.worker.revive(time.monotonic()):
                logger.warning("The worker had died and was started again.")
            time.sleep(0.1)


def web_command(address: Address) -> list[str]:
    """Several processes with few threads: of those of one process only one computes at once."""
    processes = ["--workers", str(settings.CREASPACE_WEB_PROCESSES), "--respawn-failed-workers"]
    flags = ["--interface", "wsgi", *processes, "--blocking-threads", THREADS]
    quiet = ["--log-level", "warning", "--no-ws", "--workers-kill-timeout", "1"]
    where = ["--host", numeric(address.host, address.port), "--port", str(address.port)]
    return [*LEASHED, "granian", *flags, *quiet, *where, "creaspace.wsgi:application"]


def worker_command() -> list[str]:
    quiet = ["--no-startup-delay", "--verbosity=0"]
    return [*LEASHED, "creaspace", "db_worker", "--skip-checks", *quiet]


def answers(address: Address) -> bool:
    """Whether a page comes; asking also loads what the first reader would else wait for."""
    host = numeric(EVERYWHERE.get(address.host, address.host), address.port)
    connection = http.client.HTTPConnection(host, address.port, timeout=20)
    try:
        connection.request("GET", "/en/", headers={"Host": f"localhost:{address.port}"})
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    else:
        return True
    finally:
        connection.close()


def tick_for_ever() -> None:
    """What the clock brings, once a minute; a failing minute is told, and the next one comes."""
    while True:
        time.sleep(TICK)
        try:
            close_old_connections()
            call_command("tick", verbosity=0)
        except Exception:
            logger.exception("A tick failed")
        finally:
            connections.close_all()
