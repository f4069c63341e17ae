"""What the first page costs: styles, signs and the Latin face leave room for words in 100 kB."""

import gzip
from pathlib import Path

import creaspace.core
from creaspace.core.templatetags.components import STYLES

STATIC = Path(creaspace.core.__file__).parent / "static" / "core"


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def test_styles_stay_under_sixteen_kilobytes():
    assert sum(compressed(STATIC / "css" / f"{name}.css") for name in STYLES) < 16_000


def test_sprite_stays_under_four_kilobytes():
    assert compressed(STATIC / "icons.svg") < 4_000


def test_every_style_sheet_is_linked():
    written = {path.stem for path in (STATIC / "css").glob("*.css")}

    assert written == {*STYLES, "print"}


def test_style_sheets_ask_no_foreign_host():
    for path in (STATIC / "css").glob("*.css"):
        assert "//" not in path.read_text().replace("*/", "").replace("/*", ""), path.name
