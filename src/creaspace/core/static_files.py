"""Static files under the names the pages ask for: copied, named by content, compressed."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

from creaspace import __version__

Say = Callable[[str], object]
UNUSED = ["django_htmx"]  # its copies of htmx: ours comes from the islands


def collect_static_files(say: Say) -> bool:
    """Collect the static files if any of them changed; whether that was so."""
    if not hasattr(staticfiles_storage, "manifest_name"):
        return False  # files are found where they were written, under their plain names
    stamp = Path(settings.DATA_DIR) / "static.stamp"
    now = fingerprint(static_sources())
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return False
    say("Collecting static files …")
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)
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
