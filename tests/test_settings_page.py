"""Every setting a host can give stands on its page, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READERS = {"text", "flag", "number", "names"}
FILES = [ROOT / "src" / "creaspace" / name for name in ("configuration.py", "settings.py")]


def test_settings_page_names_every_setting_of_the_code():
    page = (ROOT / "docs" / "host" / "settings.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`CREASPACE_([A-Z0-9_]+)`", page))
    testers_own = {"TEST_DATABASE_URL", "BROWSER", "SCREENSHOTS"}

    assert documented - testers_own == set(_read())


def _read() -> Iterator[str]:
    """The names given to the functions that read the environment."""
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            reader = getattr(node.func, "attr", getattr(node.func, "id", ""))
            name = node.args[0]
            if reader in READERS and isinstance(name, ast.Constant) and name.value.isupper():
                yield name.value
