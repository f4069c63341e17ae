"""Every address × role, as `tests/permissions.toml` says: nobody gets further, nobody less far."""

import copy
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.site.addresses import Address, all_addresses
from tests.site.scene import ROLES, Scene

TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).resolve().parent.parent / "permissions.toml").read_text(encoding="utf-8")
)
ANSWERS = TABLE.pop("answers")
ADDRESSES = all_addresses()
SIGN_IN = "sign in"
Answer = int | str


@dataclass(frozen=True)
class Row:
    """One address on one record: `spaces:space, hidden` is the address `spaces:space`."""

    title: str
    told: dict[str, Any]

    @property
    def pattern(self) -> str:
        return self.title.partition(", ")[0]

    def addresses(self) -> list[Address]:
        if self.pattern in ADDRESSES:
            return [ADDRESSES[self.pattern]]
        exact = {row.pattern for row in ROWS}
        found = [key for key in ADDRESSES if fnmatchcase(key, self.pattern)]
        return [ADDRESSES[key] for key in found if key not in exact]

    def roles(self) -> tuple[str, ...]:
        """Those to try; one gate stops all who are not staff from the admin's many pages."""
        return ("stranger", "operator") if "*" in self.pattern else ROLES

    def expected(self, method: str, role: str) -> Answer:
        """What this role gets; a method that is not told is not allowed."""
        if method in self.told:
            return _of_role(self.told[method], role)
        other = _of_role(self.told["post" if method == "get" else "get"], role)
        return other if other == SIGN_IN else HTTPStatus.METHOD_NOT_ALLOWED


ROWS = [Row(title, told) for title, told in TABLE.items()]


def _of_role(told: Any, role: str) -> Answer:
    """`told` is one answer for everybody, the name of a set of answers, or such a set."""
    told = ANSWERS.get(told, told) if isinstance(told, str) else told
    answer: Answer = told.get(role, told.get("others")) if isinstance(told, dict) else told
    return answer


def test_every_address_has_a_row():
    covered = {address for row in ROWS for address in row.addresses()}

    assert [key for key, address in ADDRESSES.items() if address not in covered] == []


def test_every_row_has_an_address():
    assert [row.title for row in ROWS if not row.addresses()] == []


def test_rows_name_known_roles_only():
    told = [row.told[method] for row in ROWS for method in ("get", "post") if method in row.told]
    sets = [each for each in (*told, *ANSWERS.values()) if isinstance(each, dict)]

    assert {role for each in sets for role in each} <= {*ROLES, "others"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.title)
def test_address_answers_each_role_as_its_row_says(scene: Scene, row: Row):
    expected, given = {}, {}

    for role in row.roles():
        client = scene.client(role)
        for path in dict.fromkeys(_path(each, row, scene, role) for each in row.addresses()):
            for method in ("get", "post") if path else ():
                expected[path, role, method] = row.expected(method, role)
                given[path, role, method] = _answer(client, method, path, row.told.get("data"))

    assert given == expected


def _path(address: Address, row: Row, scene: Scene, role: str) -> str:
    if "path" in row.told:
        return str(row.told["path"])
    arguments = [scene.resolve(word, role) for word in row.told.get("args", [])]
    if arguments == ["@row"]:
        arguments = [str(pk) for pk in _rows(address)[:1].values_list("pk", flat=True)]
        if not arguments:
            return ""  # the scene has no row of this kind
    return reverse(address.name, args=arguments) + row.told.get("query", "")


def _answer(client: Client, method: str, path: str, data: dict[str, Any] | None) -> Answer:
    """The status, or that one was asked to sign in; what the request changed is taken back."""
    cookies = copy.deepcopy(client.cookies)
    before = transaction.savepoint()
    said = client.get(path) if method == "get" else client.post(path, data or {})
    transaction.savepoint_rollback(before)
    client.cookies = cookies
    return SIGN_IN if _asks_to_sign_in(said) else said.status_code


def _asks_to_sign_in(said: HttpResponse) -> bool:
    return said.status_code == HTTPStatus.FOUND and "/login/?next=" in said["Location"]


def _rows(address: Address) -> QuerySet[Any]:
    """All rows of the model that an address of the admin is about."""
    _admin, label, name, *_rest = address.route.split("/")
    return apps.get_model(label, name)._default_manager.all()


def _models_at_the_admin() -> list[str]:
    return sorted(
        key.removeprefix("admin:").removesuffix("_changelist")
        for key in ADDRESSES
        if key.endswith("_changelist")
    )


@pytest.mark.parametrize("model", _models_at_the_admin())
def test_keeper_reads_every_kind_of_row_at_the_admin(scene: Scene, model: str):
    client = scene.client("keeper")
    label, name = model.rsplit("_", 1)
    rows = apps.get_model(label, name)._default_manager.all()[:1]

    answers = [client.get(reverse(f"admin:{model}_changelist")).status_code]
    answers += [client.get(reverse(f"admin:{model}_change", args=[r.pk])).status_code for r in rows]
    answers.append(client.get(reverse(f"admin:{model}_add")).status_code)

    assert answers[:-1] == [HTTPStatus.OK] * (1 + len(rows))
    assert answers[-1] in {HTTPStatus.OK, HTTPStatus.FORBIDDEN}
