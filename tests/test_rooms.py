"""The plan of the house, held to the code: floors, foreign keys, and who may write."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model
from django.db.models.fields.related import RelatedField

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "creaspace"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
WINGS = ["doors", "knowledge", "programme", "atlas", "foundation", "core"]
ROOMS = sorted(path.parent for path in SOURCE.glob("*/*/apps.py"))
LAYERS = re.findall(r"\w+", " ".join(CONTRACTS[-1]["layers"]))
MAY_NOT_WRITE = ("views", "forms", "panels", "admin", "management", "templatetags")
WRITES_ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create"}
WRITES_BARE = {
    "save",
    "delete",
    "asave",
    "adelete",
}  # a file's save() takes a place, a row's does not
WRITES_NAMED = {"create", "update", "acreate", "aupdate"}  # a dict's update() takes another dict
EXEMPT = {"apps", "migrations", "templatetags", "management", "locale", "templates", "static"}


def floor_of(label: str) -> tuple[int, int]:
    """How high a room stands: its wing first, then its floor there; larger is higher."""
    wing = apps.get_app_config(label).name.split(".")[1]
    floors = next(
        (one["layers"] for one in CONTRACTS if one["containers"] == [f"creaspace.{wing}"]), []
    )
    height = next((i for i, floor in enumerate(floors) if label in re.findall(r"\w+", floor)), 0)
    return -WINGS.index(wing), -height


def ours() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("creaspace.")]


def test_every_room_stands_in_the_plan():
    planned = {
        name for one in CONTRACTS[1:-1] for name in re.findall(r"\w+", " ".join(one["layers"]))
    }

    assert {room.name for room in ROOMS} <= planned


def test_every_room_is_kept_from_climbing_inside():
    contained = set(CONTRACTS[-1]["containers"])

    assert {f"creaspace.{room.parent.name}.{room.name}" for room in ROOMS} == contained


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_room_introduces_itself(room: Path):
    config = apps.get_app_config(room.name)

    assert type(config).__doc__ or sys.modules[type(config).__module__].__doc__
    assert type(config).__name__ == f"{room.name.title().replace('_', '')}Config"
    assert config.name == f"creaspace.{room.parent.name}.{room.name}"


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_foreign_key_never_points_upwards_or_sideways(model: type[Model]):
    own = model._meta.app_label

    for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
        if not isinstance(field, RelatedField) or not field.related_model:
            continue
        other = field.related_model._meta.app_label
        if apps.get_app_config(other).name.startswith("creaspace.") and other != own:
            assert floor_of(other) < floor_of(own), f"{field} points at {other}"


def test_views_never_start_from_all_rows():
    guilty = [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for path in _modules("views", "panels", "templatetags")
        for call in _calls(path)
        if call.func.attr == "all" and ast.unparse(call.func.value).endswith(".objects")
    ]

    assert guilty == []


def test_only_services_and_work_write():
    guilty = [
        f"{path.relative_to(SOURCE)}:{call.lineno} {ast.unparse(call.func)}"
        for path in _modules(*MAY_NOT_WRITE)
        for call in _calls(path)
        if _writes(call)
    ]

    assert guilty == []


def test_pure_modules_know_nothing_of_the_layers_above_them():
    guilty = [
        f"{path.relative_to(SOURCE)} imports {name}"
        for room in ROOMS
        for path in room.glob("*.py")
        if path.stem not in {*LAYERS, *EXEMPT, "__init__"} and not path.stem.endswith("urls")
        for name in _imports(path)
        if name.startswith(f"creaspace.{room.parent.name}.{room.name}.")
        and name.split(".")[3] in {"urls", "views", "admin", "panels", "forms", "receivers"}
    ]

    assert guilty == []


def _modules(*names: str) -> Iterator[Path]:
    """The files of these names in every room, whether a module or a folder of modules."""
    for room in [SOURCE / "core", *ROOMS]:
        for name in names:
            yield from [path for path in [room / f"{name}.py"] if path.exists()]
            yield from sorted((room / name).rglob("*.py"))


class _Call(ast.Call):
    func: ast.Attribute


def _calls(path: Path) -> Iterator[_Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node  # type: ignore[misc]  # its func is an attribute here


def _writes(call: _Call) -> bool:
    named = {keyword.arg for keyword in call.keywords}
    if call.func.attr in WRITES_BARE:
        return not call.args and named <= {"update_fields", "using", "force_insert"}
    if call.func.attr in WRITES_NAMED:
        return not call.args and bool(named) and "objects" in ast.unparse(call.func.value)
    return call.func.attr in WRITES_ALWAYS


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
