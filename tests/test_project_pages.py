"""Pages about the project that would silently grow old: the house, and the list of dependencies."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_drawing_of_the_house_shows_every_room_on_its_floor():
    page = (ROOT / "docs" / "build" / "house.md").read_text(encoding="utf-8")
    drawn = [re.findall(r"[a-z]+", line) for line in page.splitlines() if line.startswith(" │")]
    floors = [
        re.findall(r"[a-z]+", floor)
        for contract in PROJECT["tool"]["importlinter"]["contracts"][1:-1]
        for floor in contract["layers"]
    ]

    for rooms in floors:
        assert any(line[-len(rooms) :] == rooms for line in drawn), rooms


def test_every_dependency_has_its_line():
    page = (ROOT / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")

    assert [name for name in [*_python(), *_node()] if f"`{name}`" not in page] == []


def _python() -> Iterator[str]:
    told = PROJECT["project"]
    groups = [
        told["dependencies"],
        *told["optional-dependencies"].values(),
        *PROJECT["dependency-groups"].values(),
    ]
    for group in groups:
        yield from (re.match(r"[\w.-]+", line)[0] for line in group)


def _node() -> Iterator[str]:
    told = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    yield from [*told["dependencies"], *told["devDependencies"]]
