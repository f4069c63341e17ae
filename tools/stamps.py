"""Stamps: a step whose inputs have not changed since it last succeeded is not done again."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from tools.steps import ROOT


class Stamp:
    """One file that keeps the fingerprint of what a step was made from."""

    def __init__(self, path: Path, inputs: Iterable[Path], note: str = "") -> None:
        self.path = path
        self.fingerprint = fingerprint(inputs, note)

    def is_fresh(self) -> bool:
        try:
            return self.path.read_text(encoding="utf-8") == self.fingerprint
        except OSError:
            return False

    def renew(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.fingerprint, encoding="utf-8")


def fingerprint(inputs: Iterable[Path], note: str = "") -> str:
    """A digest of names and contents; contents, because a fresh clone has fresh times."""
    digest = hashlib.sha256(json.dumps(note).encode())
    for path in sorted(inputs):
        name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        digest.update(f"\n{name.as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
