"""Checking a programme file whole: shape first, then ids and references. Pure: no Django."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from creaspace.doors.interop.programme_file.schema import FILE
from creaspace.doors.interop.programme_file.shapes import Fault

MOST_TOLD = 20
LISTS_WITH_IDS = [
    "reference_sets",
    "organisations",
    "spaces",
    "context_spaces",
    "calls",
    "visits",
    "workshops",
    "outputs",
    "themes",
    "sources",
]
REFERENCES = {
    "calls[].opens_session": "visits",
    "calls[].selected[]": "spaces",
    "calls[].eligibility[].set": "reference_sets",
    "visits[].host": "organisations",
    "visits[].stops[].space": "spaces",
    "visits[].days[].workshop": "workshops",
    "workshops[].visit": "visits",
    "workshops[].venue": "spaces",
    "workshops[].sessions[].space": "spaces",
    "outputs[].items[]": "spaces",
    "themes[].illustrated_by[]": "spaces",
    "themes[].organisers_examples.*": "spaces",
    "themes[].counter_examples.*[]": "spaces",
}
SOURCE_NAMED = re.compile(r"^(?!\$\.meta).*\.(source|sources\[\d+\])$")


class BadProgrammeFile(Exception):
    """The file cannot be loaded; `faults` says where and why."""

    def __init__(self, faults: list[Fault] | list[str]) -> None:
        self.faults = faults
        told = [str(fault) for fault in faults[:MOST_TOLD]]
        if len(faults) > MOST_TOLD:
            told.append(f"… and {len(faults) - MOST_TOLD} more.")
        super().__init__("\n".join(told))


def parse(text: str, *, name: str) -> dict[str, Any]:
    """The checked content of a programme file, or `BadProgrammeFile` with every fault."""
    data = _read(text, name)
    faults = FILE.faults(data, "$") or [*_ids(data), *_references(data), *_sense(data)]
    if faults:
        raise BadProgrammeFile(faults)
    checked: dict[str, Any] = data
    return checked


def _read(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        message = f"{name} is no JSON: {error.msg} at {place}. Check the comma or bracket there."
        raise BadProgrammeFile([message]) from error
    except RecursionError as error:
        message = f"{name} is nested too deeply to be a programme file. Check its brackets."
        raise BadProgrammeFile([message]) from error


def _no_number(word: str) -> float:
    raise BadProgrammeFile([f"{word} is no number in JSON. Leave the key out when it is unknown."])


def _ids(data: dict[str, Any]) -> Iterator[Fault]:
    """Every id once in its list; spaces and context spaces share one set of ids."""
    for names in [[name] for name in LISTS_WITH_IDS if "spaces" not in name] + [
        ["spaces", "context_spaces"]
    ]:
        seen: dict[str, str] = {}
        for path, row in _rows(data, names):
            if row["id"] in seen:
                advice = f"This id is taken by {seen[row['id']]}. Give each its own."
                yield Fault(f"{path}.id", row["id"], advice)
            seen.setdefault(row["id"], path)


def _rows(data: dict[str, Any], names: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in names:
        for place, row in enumerate(data.get(name, [])):
            yield f"$.{name}[{place}]", row


def _references(data: dict[str, Any]) -> Iterator[Fault]:
    """Every id that is named exists; every address stands among the sources."""
    known = {name: {row["id"] for _path, row in _rows(data, [name])} for name in LISTS_WITH_IDS}
    known["spaces"] |= known["context_spaces"]
    for pattern, target in REFERENCES.items():
        for path, value in values_at(data, pattern):
            if isinstance(value, str) and value not in known[target]:
                advice = f"No such id is in the file. Known are: {_few(known[target])}."
                yield Fault(path, value, advice)
    addresses = {row["address"] for _path, row in _rows(data, ["sources"])}
    for path, value in leaves(data):
        if SOURCE_NAMED.search(path) and _is_address(value) and value not in addresses:
            advice = "This address is not in the list “sources”. Add it there with a title."
            yield Fault(path, value, advice)


def values_at(data: Any, pattern: str, path: str = "$") -> Iterator[tuple[str, Any]]:
    """What stands at `visits[].stops[].space`, with each true path; `*` is any key."""
    if not pattern:
        yield path, data
        return
    step, _dot, rest = pattern.partition(".")
    key, is_list = step.removesuffix("[]"), step.endswith("[]")
    for name, value in _children(data, key):
        where = f"{path}.{name}"
        if not is_list:
            yield from values_at(value, rest, where)
        for place, each in enumerate(value if is_list and isinstance(value, list) else []):
            yield from values_at(each, rest, f"{where}[{place}]")


def _children(data: Any, key: str) -> list[tuple[str, Any]]:
    if not isinstance(data, dict):
        return []
    return list(data.items()) if key == "*" else [(key, data[key])] if key in data else []


def leaves(value: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    """Every single value with its JSON path."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, f"{path}.{key}")
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from leaves(each, f"{path}[{place}]")
    else:
        yield path, value


def _few(known: set[str]) -> str:
    listed = sorted(known)
    return ", ".join(listed[:12]) + (" …" if len(listed) > 12 else "") if listed else "none"


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def _sense(data: dict[str, Any]) -> Iterator[Fault]:
    """What no shape can tell: half positions, shares above a hundred, ends before beginnings."""
    for path, row in _rows(data, ["spaces", "context_spaces"]):
        if ("latitude" in row) != ("longitude" in row):
            missing = "longitude" if "latitude" in row else "latitude"
            yield Fault(f"{path}.{missing}", None, "Give latitude and longitude, or neither.")
        shares = sum(part["share_pct"] for part in row.get("funding_mix", []))
        if shares > 100:
            yield Fault(f"{path}.funding_mix", shares, "The shares add up to more than 100 %.")
    for path, row in _rows(data, ["visits"]):
        yield from _in_order(path, row)
    yield from _impossible_days(data)


def _in_order(path: str, row: dict[str, Any]) -> Iterator[Fault]:
    start, end = row.get("start", ""), row.get("end", "")
    if start and end and end[: len(start)] < start[: len(end)]:
        yield Fault(f"{path}.end", end, f"It ends before it begins on {start}.")


def _impossible_days(data: dict[str, Any]) -> Iterator[Fault]:
    """Days such as 2016-02-30, wherever a date stands."""
    for path, value in leaves(data):
        if isinstance(value, str) and _is_shaped_like_a_day(value):
            try:
                date.fromisoformat(value)
            except ValueError:
                yield Fault(path, value, "There is no such day.")


def _is_shaped_like_a_day(value: str) -> bool:
    return len(value) == 10 and value[4] == value[7] == "-" and value.replace("-", "").isdigit()
