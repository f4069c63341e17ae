"""Writing the zip so that the same content gives the same bytes. Pure."""

import os
import tempfile
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path


def pack(out: Path, files: Mapping[str, bytes], folder: str, day: date) -> None:
    """Write all files under one folder; the zip appears whole or not at all."""
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}-")
    try:
        with os.fdopen(handle, "wb") as raw, zipfile.ZipFile(raw, "w") as packed:
            for path in sorted(files):
                entry = zipfile.ZipInfo(
                    f"{folder}/{path}", (max(day.year, 1980), day.month, day.day, 0, 0, 0)
                )
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                entry.create_system = 3
                packed.writestr(entry, files[path], compresslevel=9)
        Path(name).chmod(0o644)
        Path(name).replace(out)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
