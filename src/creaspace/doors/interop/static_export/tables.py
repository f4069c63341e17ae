"""Rows as CSV that a spreadsheet may open without running anything. Pure."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes what begins so for a formula


def harmless(value: Any) -> str:
    """A cell in words; what would be a formula gets an apostrophe in front, numbers stay."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """UTF-8 with a mark at the start, as spreadsheets expect it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([harmless(row.get(column)) for column in columns])
    return b"\xef\xbb\xbf" + out.getvalue().encode()
