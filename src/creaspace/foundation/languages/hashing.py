"""Fingerprints of a text, paragraph by paragraph, so that only what changed becomes outdated."""

import hashlib
import re


def blocks_of(text: str) -> list[str]:
    """The paragraphs of a text: what blank lines separate."""
    return [part.strip() for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def fingerprint(block: str) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of a block; runs of white space count as one."""
    return hashlib.sha256(" ".join(block.split()).encode()).hexdigest()[:16]


def fingerprints(text: str) -> list[str]:
    return [fingerprint(block) for block in blocks_of(text)]


def changed_blocks(made_from: list[str], source: str) -> list[int]:
    """Which paragraphs of the source are new or changed since a translation was made (from 0)."""
    known = set(made_from)
    return [place for place, mark in enumerate(fingerprints(source)) if mark not in known]
