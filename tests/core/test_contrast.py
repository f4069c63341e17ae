"""WCAG 2.2, contrast: words 4.5 to 1, borders of what can be operated 3 to 1; in both schemes."""

import re
from pathlib import Path

import pytest

import creaspace.core

TOKENS = Path(creaspace.core.__file__).parent / "static" / "core" / "css" / "tokens.css"
GROUNDS = ["porcelain", "glaze"]
WORDS = ["ink", "ash", "cobalt-700", "hot", "warn", "good"]
PAIRS = [(word, ground, 4.5) for word in WORDS for ground in GROUNDS] + [
    ("cobalt-700", "cobalt-50", 4.5),
    ("ink", "cobalt-50", 4.5),
    ("ash", "cobalt-50", 4.5),
    ("cobalt-900", "cobalt-100", 4.5),
    ("on-cobalt", "cobalt-600", 4.5),
    ("on-cobalt", "cobalt-700", 4.5),
    ("on-cobalt", "hot", 4.5),
    ("porcelain", "hot", 4.5),
    ("hot", "hot-bg", 4.5),
    ("ink", "hot-bg", 4.5),
    ("warn", "warn-bg", 4.5),
    ("ink", "warn-bg", 4.5),
    ("good", "good-bg", 4.5),
    ("ink", "good-bg", 4.5),
    ("edge", "porcelain", 3.0),
    ("cobalt-600", "porcelain", 3.0),
    ("hot-mark", "porcelain", 3.0),
]


def colours() -> tuple[dict[str, str], dict[str, str]]:
    light, dark = TOKENS.read_text().split("prefers-color-scheme: dark", 1)
    found = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in (light, dark)]
    return found[0], {**found[0], **found[1]}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground", "least"), PAIRS)
def test_words_stand_out_from_their_ground(scheme: int, words: str, ground: str, least: float):
    palette = colours()[scheme]

    assert contrast(palette[words], palette[ground]) >= least
