"""Finding the strings that people read, in Python and in templates, room by room."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from tools.steps import ROOT

SOURCE = ROOT / "src" / "creaspace"
CALLS: dict[str, tuple[str, ...]] = {
    "gettext": ("id",),
    "_": ("id",),
    "ngettext": ("id", "plural"),
    "pgettext": ("context", "id"),
    "npgettext": ("context", "id", "plural"),
}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "ngettext_noop": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({LITERAL}(?:\s*,\s*{LITERAL})*)", re.DOTALL)


def rooms() -> dict[str, Path]:
    """The folders that own catalogues: every room, and core for itself and the files above it."""
    folders = [path.parent for path in SOURCE.glob("*/*/apps.py")]
    return {"core": SOURCE / "core", **{path.name: path for path in sorted(folders)}}


def template_of(folder: Path) -> Catalog:
    """All messages of one room, with the files they stand in."""
    catalogue = Catalog(charset="utf-8")
    for path in _files(folder):
        place = (path.relative_to(ROOT).as_posix(), 1)
        messages = _in_python(path) if path.suffix == ".py" else _in_template(path)
        for context, message in messages:
            catalogue.add(message, locations=[place], context=context)
    return catalogue


def _files(folder: Path) -> list[Path]:
    found = [path for path in folder.rglob("*") if path.suffix in {".py", ".html", ".txt", ".svg"}]
    if folder.name == "core":
        found += SOURCE.glob("*.py")
    return sorted(path for path in found if "templates" in path.parts or path.suffix == ".py")


Found = tuple[str | None, str | tuple[str, str]]


def _in_python(path: Path) -> Iterator[Found]:
    with path.open("rb") as file:
        for _, message, _, context in extract("python", file, keywords=KEYWORDS):
            yield context, _pair(message) if isinstance(message, tuple) else message


def _pair(message: tuple[str, ...]) -> tuple[str, str]:
    singular, plural = message
    return singular, plural


def _in_template(path: Path) -> Iterator[Found]:
    """Django rewrites a template as calls of gettext; their literals are read here."""
    for call in CALL.finditer(templatize(path.read_text(encoding="utf-8"), origin=str(path))):
        values = ast.literal_eval(f"[{call[2]}]")
        parts = dict(zip(CALLS[call[1]], values, strict=False))
        plural = parts.get("plural")
        yield parts.get("context"), (parts["id"], plural) if plural else parts["id"]
