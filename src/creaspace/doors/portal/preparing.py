"""What must be there before the first page: tables, the cache table, static files."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from creaspace import __version__

Say = Callable[[str], object]


def prepare(say: Say) -> None:
    """Do what is missing and nothing else; each step that takes time says so."""
    bring_tables_up_to_date(say)
    make_cache_table()
    collect_static_files(say)


def bring_tables_up_to_date(say: Say) -> bool:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not missing:
        return False
    say(f"Bringing the database up to date ({len(missing)} steps) …")
    call_command("migrate", interactive=False, verbosity=0)
    return True


def make_cache_table() -> bool:
    table = settings.CACHES["default"].get("LOCATION", "")
    if table in connection.introspection.table_names():
        return False
    call_command("createcachetable", verbosity=0)
    return True


def collect_static_files(say: Say) -> bool:
    """Copy, name by content and compress the static files, if any of them changed."""
    stamp = Path(settings.DATA_DIR) / "static.stamp"
    now = fingerprint(static_sources())
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return False
    say("Collecting static files …")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now, encoding="ascii")
    return True


def static_sources() -> Iterator[Path]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            yield Path(storage.path(path))


def fingerprint(paths: Iterator[Path]) -> str:
    """Names, sizes and times of files; contents are not read, so that a start stays quick."""
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(paths):
        seen = path.stat()
        digest.update(f"{path}\0{seen.st_size}\0{seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()
