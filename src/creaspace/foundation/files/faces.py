"""The typefaces pictures are written with, and which of them has which character. Pure.

A character is looked for in IBM Plex Sans, then in Noto Sans SC, then in the slices of Noto Sans SC
for rare characters; one that none of them has is written as its code point. None is dropped.
"""

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import combining

from PIL import ImageFont

FOLDER = Path(__file__).parents[2] / "core" / "static" / "core" / "built" / "fonts"
NOWHERE = "\U000ffffe"  # no typeface has it: what is drawn for it is drawn for all that lack
LATIN = ("plex-sans-latin", "plex-sans-latin-ext", "plex-sans-cyrillic", "plex-sans-greek")
CHINESE = {"regular": "noto-sans-sc-regular", "bold": "noto-sans-sc-bold"}
WEIGHTS = {"regular": 400, "bold": 650}


class FontsMissing(RuntimeError):
    """The typefaces are not where the build puts them."""

    def __init__(self) -> None:
        super().__init__(f"No typefaces in {FOLDER}. Run ./dev.py setup.")


class Run(NamedTuple):
    """Characters written with one typeface."""

    text: str
    face: str


def is_there() -> bool:
    return (FOLDER / f"{LATIN[0]}.woff2").exists()


@lru_cache(maxsize=64)
def font(face: str, size: int, weight: str) -> ImageFont.FreeTypeFont:
    path = FOLDER / f"{face}.woff2"
    if not path.exists():
        raise FontsMissing
    opened = ImageFont.truetype(str(path), size)
    if face.startswith("plex"):
        opened.set_variation_by_axes([WEIGHTS[weight]])
    return opened


@lru_cache(maxsize=4096)
def has(face: str, character: str) -> bool:
    """Whether the typeface draws this character as something of its own."""
    drawn = font(face, 24, "regular")
    if character.isspace():
        return True
    if drawn.getlength(character) != drawn.getlength(NOWHERE):
        return True
    return bytes(drawn.getmask(character)) != _mask_of_nothing(face)


@cache
def _mask_of_nothing(face: str) -> bytes:
    return bytes(font(face, 24, "regular").getmask(NOWHERE))


@cache
def _installed(faces: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(face for face in faces if (FOLDER / f"{face}.woff2").exists())


@cache
def _rare() -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
    """The slices for rare characters, each with the ranges of code points it says it has."""
    listed = FOLDER / "rare-ranges.json"
    if not listed.exists():
        return ()
    said: dict[str, str] = json.loads(listed.read_text(encoding="utf-8"))
    slices = {f"rare/noto-sans-sc-{name.strip('[]')}-400-normal": said[name] for name in said}
    return tuple((face, _ranges(text)) for face, text in slices.items() if _installed((face,)))


def _ranges(text: str) -> tuple[tuple[int, int], ...]:
    """`U+4e00,U+4e10-4e1f` as pairs of first and last."""
    pairs = (part.strip().removeprefix("U+").partition("-") for part in text.split(","))
    return tuple((int(first, 16), int(last or first, 16)) for first, _dash, last in pairs)


@lru_cache(maxsize=4096)
def face_for(character: str, weight: str) -> str:
    """The first typeface that has the character; empty when none has."""
    for face in _installed((*LATIN, CHINESE[weight])):
        if has(face, character):
            return face
    code = ord(character)
    for face, ranges in _rare():
        if any(first <= code <= last for first, last in ranges) and has(face, character):
            return face
    return ""


def runs(text: str, weight: str) -> Iterator[Run]:
    """The text in pieces one typeface can write; spaces and accents stay with what precedes."""
    piece, face = "", ""
    for character in text:
        stays = piece and (character.isspace() or combining(character))
        wanted = face if stays else face_for(character, weight)
        written = character
        if not wanted:
            wanted, written = LATIN[0], f"[U+{ord(character):04X}]"
        if piece and wanted != face:
            yield Run(piece, face)
            piece = ""
        piece, face = piece + written, wanted
    if piece:
        yield Run(piece, face)


def width(text: str, size: int, weight: str) -> float:
    """How wide the text is when written, in pixels."""
    return sum(font(run.face, size, weight).getlength(run.text) for run in runs(text, weight))
