"""Rows as CSV that a spreadsheet may open without running anything. Pure."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from creaspace.core.spreadsheets import harmless


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """UTF-8 with a mark at the start, as spreadsheets expect it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([harmless(row.get(column)) for column in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode()
