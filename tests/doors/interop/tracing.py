"""For every kind of leaf of a programme file: on which page a reader finds it, and in which words.

`RULES` names every path a leaf of the file may have, with lists as `[]` and free keys as `*`. A
rule answers whether the leaf stands where it must; a path without a rule is a fault of the test.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from django.test import Client
from django.urls import reverse

from creaspace.doors.interop.demonstration import FILE
from creaspace.foundation.statements.fields import fields_of
from creaspace.foundation.vocabularies.models import Concept
from tests.doors.interop.reading import Block, Page, holds

MONTHS = "January February March April May June July August September October November December"
FREE_KEYS = re.compile(r"(\.(?:organisers_examples|counter_examples))\.\w+")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
COUNTRIES = Locale.parse("en_GB").territories
PAGES = {
    "spaces": ("spaces:space", "spaces.space"),
    "context_spaces": ("spaces:space", "spaces.space"),
    "organisations": ("people:organisation", "people.organisation"),
    "calls": ("calls:call", "calls.call"),
    "visits": ("visits:visit", "visits.visit"),
    "workshops": ("workshops:workshop", "workshops.workshop"),
    "outputs": ("publications:output", "publications.output"),
    "themes": ("consultation:question", "consultation.question"),
}


def load(path: Path = FILE) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


@dataclass
class House:
    """The pages of the programme in English, each fetched once, and the file they come from."""

    data: Mapping[str, Any]
    client: Client = field(default_factory=Client)
    pages: dict[str, Page] = field(default_factory=dict)

    def page(self, url: str) -> Page:
        if url not in self.pages:
            answer = self.client.get(url)
            assert answer.status_code == 200, f"{url} answers {answer.status_code}"
            self.pages[url] = Page(url, answer.content.decode())
        return self.pages[url]

    def at(self, name: str, *args: str, query: str = "") -> Page:
        return self.page(reverse(name, args=args) + query)

    @cached_property
    def programme(self) -> Page:
        return self.at("programmes:programme", self.data["programme"]["id"])

    @cached_property
    def file(self) -> Page:
        return self.at("statements:source", f"{self.data['programme']['id']}-file")

    @cached_property
    def names(self) -> dict[str, str]:
        """What each id of the file is called on pages."""
        lists = ("organisations", "spaces", "context_spaces")
        return {row["id"]: row["name"] for name in lists for row in self.data[name]}

    def label(self, scheme: str, code: str) -> str:
        found = Concept.objects.match(scheme, code)
        assert found is not None, f"{scheme} has no {code}"
        return found.label("en")


@dataclass(frozen=True)
class Leaf:
    """One value of the file: its path, the objects it stands in, and its list at the top."""

    path: str
    value: Any
    holders: tuple[Any, ...]
    part: str

    @property
    def row(self) -> Any:
        """The record it belongs to."""
        rows = [each for each in self.holders if isinstance(each, dict)]
        return rows[1] if len(rows) > 1 else rows[0]

    @property
    def holder(self) -> Any:
        """The object it stands in."""
        return next(each for each in reversed(self.holders) if isinstance(each, dict))

    @property
    def pattern(self) -> str:
        return FREE_KEYS.sub(r"\1.*", re.sub(r"\[\d+\]", "[]", self.path))

    @property
    def key(self) -> str:
        return re.sub(r"\[\d+\]", "", self.path).rpartition(".")[2]

    def page(self, house: House) -> Page:
        if self.part in PAGES:
            return house.at(PAGES[self.part][0], self.row["id"])
        return house.programme


def leaves(data: Mapping[str, Any]) -> Iterator[Leaf]:
    for part, value in data.items():
        yield from _within(value, f"$.{part}", (), part)


def _within(value: Any, path: str, holders: tuple[Any, ...], part: str) -> Iterator[Leaf]:
    if isinstance(value, dict):
        inner = (*holders, value) if holders else ({}, value)
        for key, each in value.items():
            yield from _within(each, f"{path}.{key}", inner, part)
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _within(each, f"{path}[{place}]", holders, part)
    else:
        yield Leaf(path, value, holders, part)


Rule = Callable[[Leaf, House], bool]
Words = Callable[[Any, House], str]


# ---- how a value is written ----


def plain(value: Any, _house: House) -> str:
    return str(value)


def number(value: Any, _house: House) -> str:
    return f"{value:,}"


def day(value: str, _house: House) -> str:
    """2014-06 as June 2014."""
    found = DATE.fullmatch(value)
    assert found, value
    year, month, date = found.groups()
    name = MONTHS.split()[int(month) - 1] if month else ""
    return " ".join(part for part in (str(int(date)) if date else "", name, year) if part)


def country(value: str, _house: House) -> str:
    return str(COUNTRIES[value])


def named(value: str, house: House) -> str:
    return house.names[value]


def yes_no(value: bool, _house: House) -> str:
    return "yes" if value else "no"


def euros(value: int, _house: House) -> str:
    return f"€{value:,}"


def concept(scheme: str) -> Words:
    return lambda value, house: house.label(scheme, value)


def any_kind(value: Any, house: House) -> list[str]:
    """The ways a value of no declared kind may be written."""
    if isinstance(value, bool):
        return [yes_no(value, house)]
    if isinstance(value, int | float):
        return [number(value, house), plain(value, house)]
    return [day(value, house), value] if DATE.fullmatch(value) else [value]


# ---- where it must stand ----


def stands(words: Words = plain) -> Rule:
    """The words stand on the record's page."""
    return lambda leaf, house: holds(leaf.page(house).text, words(leaf.value, house))


def says(text: str) -> Rule:
    """The page says this sentence wherever the value is as it is."""
    return lambda leaf, house: holds(leaf.page(house).text, text)


def known(name: str, words: Words = plain) -> Rule:
    """The evidence of the record holds the value in the row of this field."""

    def rule(leaf: Leaf, house: House) -> bool:
        label = str(fields_of(PAGES.get(leaf.part, ("", PROGRAMME))[1])[name].label)
        wanted = words(leaf.value, house)
        rows = leaf.page(house).rows
        return any(row.title == label and holds(_value(row), wanted) for row in rows)

    return rule


PROGRAMME = "programmes.programme"


def _value(row: Block) -> str:
    return row.text.removeprefix(row.title)


def linked(leaf: Leaf, house: House) -> bool:
    """The address can be followed from the record's page."""
    return leaf.value in leaf.page(house).links


def slug(leaf: Leaf, house: House) -> bool:
    return f"/{leaf.value}/" in leaf.page(house).url


def both(*rules: Rule) -> Rule:
    return lambda leaf, house: all(rule(leaf, house) for rule in rules)


# ---- facts, conflicts, statuses: a row that names their own page ----


def _sourced_rows(leaf: Leaf, house: House) -> list[Block]:
    page = leaf.page(house)
    return [row for row in page.rows if page.names_source(row, _source_of(leaf))]


def _source_of(leaf: Leaf) -> str:
    source: str = leaf.holder["source"]
    return source


def fact_rows(leaf: Leaf, house: House) -> list[Block]:
    """The rows that show a fact's value, or its words, with the page it was read on."""
    written = any_kind(leaf.holder["value"], house)
    rows = _sourced_rows(leaf, house)
    return [row for row in rows if any(holds(_value(row), words) for words in written)]


def fact(leaf: Leaf, house: House) -> bool:
    return bool(fact_rows(leaf, house))


def fact_says(words: Callable[[Leaf, House], str]) -> Rule:
    return lambda leaf, house: any(
        holds(row.text, words(leaf, house)) for row in fact_rows(leaf, house)
    )


def fact_note(leaf: Leaf, _house: House) -> str:
    return {"about": "about", "over": "more than"}.get(leaf.value, leaf.value)


def fact_field(leaf: Leaf, house: House) -> bool:
    """One of the rows is headed by the field the fact names, and shows the year it names."""
    name = re.sub(r"_(eur|usd|cny)(?=_|$)", "", leaf.value.removeprefix("size."))
    name = name.removesuffix("_min")
    year = re.search(r"_(\d{4})$", name)
    name = re.sub(r"_\d{4}$", "", name)
    declared = fields_of(PAGES[leaf.part][1])
    labels = {str(each.label) for key, each in declared.items() if f"{key}_".startswith(f"{name}_")}
    rows = [row for row in fact_rows(leaf, house) if row.title in labels]
    return any(year is None or holds(row.text, year.group(1)) for row in rows)


def disputed(leaf: Leaf, house: House) -> bool:
    """A side of a conflict stands in its own row, and the page says that sources disagree."""
    rows = _sourced_rows(leaf, house)
    written = any_kind(leaf.holder["value"], house)
    shown = any(holds(_value(row), words) for row in rows for words in written)
    return shown and "disagree" in leaf.page(house).text


def status(words: Callable[[Leaf, House], str]) -> Rule:
    return lambda leaf, house: any(
        holds(row.text, leaf.holder["status"]) and holds(row.text, words(leaf, house))
        for row in _sourced_rows(leaf, house)
    )


# ---- rows of other lists ----


def beside(*words: Callable[[Leaf, House], str], tags: frozenset[str] = frozenset({"li"})) -> Rule:
    """All these words stand together in one entry of a list."""

    def rule(leaf: Leaf, house: House) -> bool:
        wanted = [each(leaf, house) for each in words]
        entries = [block for block in leaf.page(house).blocks if block.tag in tags]
        return any(all(holds(block.text, each) for each in wanted) for block in entries)

    return rule


def own(key: str, words: Words = plain) -> Callable[[Leaf, House], str]:
    """Another value of the object the leaf stands in."""
    return lambda leaf, house: words(leaf.holder[key], house)


def this(words: Words = plain) -> Callable[[Leaf, House], str]:
    return lambda leaf, house: words(leaf.value, house)


def text(words: str) -> Callable[[Leaf, House], str]:
    return lambda _leaf, _house: words
