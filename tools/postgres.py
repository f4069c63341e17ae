"""Run a command against a PostgreSQL of its own: `python -m tools.postgres COMMAND …`.

The server named by CREASPACE_TEST_DATABASE_URL, else the package pgserver, else local binaries.
Exit status 75 means that there is none.
"""

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.steps import say

NO_SERVER = 75
UNPRIVILEGED = ("postgres", "nobody")
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "jit": "off",
}  # data is thrown away, and queries are short


@contextlib.contextmanager
def server() -> Iterator[str | None]:
    """The address of a PostgreSQL on which test databases may be made."""
    if named := os.environ.get("CREASPACE_TEST_DATABASE_URL"):
        yield named
    elif importlib.util.find_spec("pgserver"):
        with _from_package() as address:
            yield address
    elif binaries := _local_binaries():
        with _from_binaries(binaries) as address:
            yield address
    else:
        yield None


@contextlib.contextmanager
def _from_package() -> Iterator[str]:
    from pgserver.postgres_server import get_server  # noqa: PLC0415 -- no wheel for every Python

    with tempfile.TemporaryDirectory(prefix="creaspace-pg-", ignore_cleanup_errors=True) as folder:
        running = get_server(folder, cleanup_mode="stop")
        try:
            for name, value in FAST.items():
                running.psql(f"ALTER SYSTEM SET {name} = {value};")
            running.psql("SELECT pg_reload_conf();")
            yield str(running.get_uri())
        finally:
            running.cleanup()


def _local_binaries() -> Path | None:
    """The newest installed server; Debian keeps its programs out of the path."""
    homes = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr").glob("pgsql-*/bin")]
    found = sorted((home for home in homes if (home / "initdb").exists()), key=_version)
    if found:
        return found[-1]
    program = shutil.which("initdb")
    return Path(program).resolve().parent if program else None


def _version(home: Path) -> int:
    digits = "".join(filter(str.isdigit, home.parent.name))
    return int(digits or 0)


@contextlib.contextmanager
def _from_binaries(binaries: Path) -> Iterator[str]:
    """Start local binaries on a socket in a folder of their own; initdb refuses to be root."""
    user = _unprivileged() if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="creaspace-pg-", ignore_cleanup_errors=True) as folder:
        if user:
            shutil.chown(folder, user)
        data = f"{folder}/data"
        initdb = [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        _as(user, *initdb, "--locale=C")
        settings = " ".join(f"-c {name}={value}" for name, value in FAST.items())
        options = f"-k {folder} -c listen_addresses='' {settings}"
        control = [binaries / "pg_ctl", "-D", data, "-w"]
        _as(user, *control, "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _as(user, *control, "-m", "immediate", "stop")


def _unprivileged() -> str:
    import pwd  # noqa: PLC0415 -- absent where there are no such users

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


def _as(user: str | None, *command: object) -> None:
    parts = [str(part) for part in command]
    done = subprocess.run(
        parts,
        user=user,
        cwd="/",
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{done.stdout}{done.stderr}\n{parts[0]} ended with {done.returncode}.")


def main(command: list[str]) -> int:
    with server() as address:
        if address is None:
            say("There is no PostgreSQL: set CREASPACE_TEST_DATABASE_URL or install one.")
            return NO_SERVER
        surroundings = {**os.environ, "CREASPACE_DATABASE_URL": address}
        return subprocess.run(command, env=surroundings, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
