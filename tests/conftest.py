"""What every test finds: parts by folder, a browser, and a served demonstration network."""

from pathlib import Path

import pytest

FOLDERS = {"browser": "browser", "journeys": "browser", "screenshots": "browser", "wheel": "wheel"}
HERE = Path(__file__).resolve().parent

pytest_plugins = ["tests.served"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        part = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
        if marker := FOLDERS.get(part):
            item.add_marker(marker)
