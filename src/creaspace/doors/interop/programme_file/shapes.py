"""Checking JSON against a shape; every fault is told with its path and value. Pure: no Django."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SHOWN = 80


@dataclass(frozen=True)
class Fault:
    """What is wrong where: the JSON path, the value found there, and what would be right."""

    path: str
    value: Any
    advice: str

    def __str__(self) -> str:
        shown = repr(self.value)
        shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
        return f"{self.path} is {shown}. {self.advice}"


def can_be_stored(text: str) -> bool:
    """No NUL, which no database keeps, and no half of a character, which UTF-8 cannot write."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


class Shape(Protocol):
    def faults(self, value: Any, path: str) -> list[Fault]: ...


@dataclass(frozen=True)
class Text:
    """Words; not empty."""

    pattern: re.Pattern[str] | None = None
    advice: str = "Write some text."

    def faults(self, value: Any, path: str) -> list[Fault]:
        fits = isinstance(value, str) and bool(value.strip()) and can_be_stored(value)
        if fits and (self.pattern is None or self.pattern.fullmatch(value)):
            return []
        return [Fault(path, value, self.advice)]


@dataclass(frozen=True)
class Number:
    """A number between two bounds."""

    least: float = 0
    most: float = 1e15
    whole: bool = True

    def faults(self, value: Any, path: str) -> list[Fault]:
        kinds = int if self.whole else (int, float)
        is_number = isinstance(value, kinds) and not isinstance(value, bool)
        if is_number and self.least <= value <= self.most:
            return []
        kind = "whole number" if self.whole else "number"
        return [Fault(path, value, f"Give a {kind} from {self.least:g} to {self.most:g}.")]


@dataclass(frozen=True)
class YesNo:
    def faults(self, value: Any, path: str) -> list[Fault]:
        return [] if isinstance(value, bool) else [Fault(path, value, "Say true or false.")]


@dataclass(frozen=True)
class OneOf:
    """One of the known words."""

    words: tuple[str, ...]

    def faults(self, value: Any, path: str) -> list[Fault]:
        if value in self.words:
            return []
        return [Fault(path, value, f"Known are: {', '.join(self.words)}.")]


@dataclass(frozen=True)
class Plain:
    """A text, a number or yes/no: the value of a single fact."""

    def faults(self, value: Any, path: str) -> list[Fault]:
        is_number = isinstance(value, int | float) and math.isfinite(value)
        if is_number or (isinstance(value, str) and value.strip() and can_be_stored(value)):
            return []
        return [Fault(path, value, "Give a text or a number.")]


@dataclass(frozen=True)
class ListOf:
    item: Shape
    least: int = 0

    def faults(self, value: Any, path: str) -> list[Fault]:
        if not isinstance(value, list):
            return [Fault(path, value, "Give a list, in square brackets.")]
        if len(value) < self.least:
            return [Fault(path, value, f"Give at least {self.least} in the list.")]
        found: list[Fault] = []
        for place, each in enumerate(value):
            found += self.item.faults(each, f"{path}[{place}]")
        return found


@dataclass(frozen=True)
class Object:
    """Keys that must be there, keys that may be there, and no others."""

    needs: Mapping[str, Shape] = field(default_factory=dict)
    may: Mapping[str, Shape] = field(default_factory=dict)

    def faults(self, value: Any, path: str) -> list[Fault]:
        if not isinstance(value, dict):
            return [Fault(path, value, "Give an object, in curly brackets.")]
        found = [
            Fault(path, sorted(value), f"The key “{key}” is missing. Add it.")
            for key in self.needs
            if key not in value
        ]
        for key, each in value.items():
            found += self._of_key(key, each, f"{path}.{key}")
        return found

    def _of_key(self, key: str, value: Any, path: str) -> list[Fault]:
        shape = self.needs.get(key) or self.may.get(key)
        if shape is None:
            known = ", ".join(sorted({*self.needs, *self.may}))
            return [Fault(path, value, f"No such key is known here; known are {known}.")]
        if value is None:
            return [Fault(path, value, "Leave the key out when the value is not known.")]
        return shape.faults(value, path)


@dataclass(frozen=True)
class Each:
    """An object whose keys are free words, all with values of one shape."""

    item: Shape

    def faults(self, value: Any, path: str) -> list[Fault]:
        if not isinstance(value, dict):
            return [Fault(path, value, "Give an object, in curly brackets.")]
        found: list[Fault] = []
        for key, each in value.items():
            if not can_be_stored(key):
                found.append(Fault(path, key, "Write the name with plain letters."))
            found += self.item.faults(each, f"{path}.{key}")
        return found


@dataclass(frozen=True)
class NumberOr:
    """A whole number, or something of another shape."""

    other: Shape

    def faults(self, value: Any, path: str) -> list[Fault]:
        if isinstance(value, int) and not isinstance(value, bool):
            return Number().faults(value, path)
        return self.other.faults(value, path)


def slug() -> Text:
    return Text(SLUG, "Use small letters, digits and single hyphens, as in st-spot.")


def partial_date() -> Text:
    return Text(PARTIAL_DATE, "Write a year, a month or a day: 1987, 2014-06 or 2014-06-01.")


def address() -> Text:
    return Text(re.compile(r"https?://\S+"), "Give a web address that begins with http.")


def country() -> Text:
    return Text(re.compile(r"[A-Z]{2}"), "Give the two capital letters of ISO 3166-1, as in ES.")
