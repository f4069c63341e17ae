"""Turning a row of the programme file into statements: what is said, by whom, on which basis.

A value that a row's `facts` also name takes the fact's page as its source and the fact's words as
its wording. A value without such a fact stands on the one page of the row, or, if the row names
several pages, on the compiled file itself. What the file says it coded is coded.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from creaspace.doors.interop.programme_file.naming import (
    PRECISIONS,
    Name,
    local_language,
    name_from,
)
from creaspace.foundation.statements.models import Source, Statement
from creaspace.foundation.statements.services import Saying

CODED = frozenset({"kind", "scale", "profit_orientation", "unctad", "illustrated_by"})
OWN_FIELDS = frozenset({"capacity_min", "capacity_max"})
RENAMED = {"unctad": "activities", "itinerant": "presence"}
# Names are in no language but their own; marking them as the compiler's would be wrong.
NAMES = frozenset({"local_name", "full_name", "aliases", "acronym"})
FIELD_NAME = re.compile(r"`(\w+)`")
APART = frozenset(
    {"id", "name", "facts", "conflicts", "status_history", "sources", "latitude", "longitude"}
    | {"position_precision", "members_on"}
)


@dataclass
class Compiler:
    """Who compiled the file: the file as a source, its conventions, and every page by address."""

    file: Source
    conventions: Mapping[str, str]
    language: str
    pages: dict[str, Source] = field(default_factory=dict)

    def sources_of(self, row: Mapping[str, Any]) -> list[Source]:
        """The pages a row names, its own list first, then those of its single facts."""
        listed = list(row.get("sources", []))
        listed += [fact["source"] for fact in row.get("facts", [])]
        listed += [status["source"] for status in row.get("status_history", [])]
        for conflict in row.get("conflicts", []):
            listed += [each["source"] for each in conflict["values"]]
        return list(dict.fromkeys(self.pages[address] for address in listed))

    def basis_of(self, row: Mapping[str, Any]) -> Source:
        listed = row.get("sources", [])
        return self.pages[listed[0]] if len(listed) == 1 else self.file

    def says(self, field: str, value: Any, source: Source, **more: Any) -> Saying:
        """A saying whose words, if its value is words, are in the compiler's language."""
        is_words = isinstance(value, str) or (
            isinstance(value, list) and any(isinstance(each, str) for each in value)
        )
        language = self.language if is_words else ""
        return Saying(field, value, source, **{"wording_language": language, **more})


def with_our_names(convention: str) -> str:
    """A convention of the file with its fields under the names the atlas uses."""
    return FIELD_NAME.sub(lambda found: f"`{RENAMED.get(found[1], found[1])}`", convention)


def sayings_of(
    row: Mapping[str, Any],
    compiler: Compiler,
    *,
    leave_out: frozenset[str] = frozenset(),
) -> list[Saying]:
    """All that one row says: its values, its other facts, its conflicts and its dated statuses."""
    facts = {fact["field"]: fact for fact in row.get("facts", [])}
    disputed = {conflict["field"] for conflict in row.get("conflicts", [])}
    said: list[Saying] = []
    used: set[str] = set()
    for key, value in _values(row, leave_out | disputed):
        fact = _fact_for(key, facts)
        used |= {fact["field"]} if fact else set()
        said.append(_value(key, value, fact, row, compiler))
    if "latitude" in row:
        used |= {"position"} & set(facts)
        said.append(_position(row, facts.get("position"), compiler))
    said += [_fact(fact, compiler) for name, fact in facts.items() if name not in used]
    return [*said, *_conflicts(row, compiler), *_statuses(row, compiler), *_website(row, compiler)]


def _values(row: Mapping[str, Any], leave_out: frozenset[str] | set[str]) -> Iterator[Any]:
    """Every value with its key, groups such as `size` and `team` opened."""
    for key, value in row.items():
        if key in APART or key in leave_out:
            continue
        if isinstance(value, dict):
            for inner, each in value.items():
                if inner not in APART:
                    yield f"{key}.{inner}", each
        else:
            yield key, value


def _fact_for(key: str, facts: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The fact that covers a key: the same, its group, or the pair it is an end of."""
    for name in (key, key.partition(".")[0], key.removesuffix("_min").removesuffix("_max")):
        if name in facts:
            found: Mapping[str, Any] = facts[name]
            return found
    return None


def _value(
    key: str,
    value: Any,
    fact: Mapping[str, Any] | None,
    row: Mapping[str, Any],
    compiler: Compiler,
) -> Saying:
    name = name_from(RENAMED.get(key, key), keep=OWN_FIELDS)
    value = ("itinerant" if value else "fixed") if key == "itinerant" else value
    saying = _attributed(key, name, value, fact, row, compiler)
    if key in NAMES:
        language = local_language(row) if key == "local_name" else ""
        return replace(saying, wording_language=language)
    if key == "governance.members" and "members_on" in row["governance"]:
        return replace(saying, observed_on=row["governance"]["members_on"])
    return saying


def _attributed(
    key: str,
    name: Name,
    value: Any,
    fact: Mapping[str, Any] | None,
    row: Mapping[str, Any],
    compiler: Compiler,
) -> Saying:
    """The value with its source: the page of its fact, the compiler's coding, or the row's page."""
    if fact:
        worded = _from_fact(fact, name, value, compiler)
        same = fact["value"] == value
        return replace(worded, wording="" if same else str(fact["value"]))
    saying = compiler.says(name.field, value, compiler.basis_of(row), precision=name.precision)
    if key in CODED:
        note = compiler.conventions["coded"]
        return replace(saying, source=compiler.file, basis=CODED_BASIS, basis_note=note)
    return saying


CODED_BASIS = Statement.Basis.CODED


def _fact(fact: Mapping[str, Any], compiler: Compiler) -> Saying:
    name = name_from(fact["field"], keep=OWN_FIELDS)
    return _from_fact(fact, name, fact["value"], compiler)


def _from_fact(fact: Mapping[str, Any], name: Name, value: Any, compiler: Compiler) -> Saying:
    note = fact.get("note", "")
    precision = PRECISIONS.get(note, name.precision)
    derived = bool(fact.get("derived"))
    return Saying(
        name.field,
        value,
        compiler.pages[fact["source"]],
        basis=Statement.Basis.DERIVED if derived else Statement.Basis.READ,
        basis_note=fact.get("basis", "") if derived else "",
        wording_language=compiler.language,
        precision=precision,
        observed_on=fact.get("on", ""),
        valid_from=name.year,
        valid_to=name.year,
        note="" if note in PRECISIONS else note,
    )


def _position(row: Mapping[str, Any], fact: Mapping[str, Any] | None, compiler: Compiler) -> Saying:
    value = {
        "latitude": row["latitude"],
        "longitude": row["longitude"],
        "precision": row.get("position_precision", "city"),
    }
    if fact:
        saying = _from_fact(fact, Name("position"), value, compiler)
        return replace(saying, wording=str(fact["value"]))
    note = compiler.conventions["positions"]
    return Saying("position", value, compiler.file, basis=Statement.Basis.STATED, basis_note=note)


def _conflicts(row: Mapping[str, Any], compiler: Compiler) -> Iterator[Saying]:
    for conflict in row.get("conflicts", []):
        for each in conflict["values"]:
            page = compiler.pages[each["source"]]
            yield compiler.says(conflict["field"], each["value"], page)


def _statuses(row: Mapping[str, Any], compiler: Compiler) -> Iterator[Saying]:
    for status in row.get("status_history", []):
        page = compiler.pages[status["source"]]
        yield compiler.says("status", status["status"], page, valid_from=status["on"])


OWN_SITE = ", own site"  # how the file titles the page by which a space presents itself
OWN_SITE_RULE = "The page that is listed among the sources as this space's own site."


def _website(row: Mapping[str, Any], compiler: Compiler) -> Iterator[Saying]:
    """The site a space calls its own, where the file read one and states no website."""
    if "website" in row:
        return
    pages = [compiler.pages[address] for address in row.get("sources", [])]
    for page in [page for page in pages if page.title.endswith(OWN_SITE)][:1]:
        basis = Statement.Basis.DERIVED
        yield Saying("website", page.address, page, basis=basis, basis_note=OWN_SITE_RULE)
