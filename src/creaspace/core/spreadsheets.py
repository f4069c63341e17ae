"""Cells that a spreadsheet may open without running anything. Pure."""

import json
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
