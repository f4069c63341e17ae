"""Reading scheme files; what is wrong is said with file, place in it and value. Pure."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).resolve().parent / "schemes"
NOTATION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-[a-z0-9]{5,8})*")
SCHEME_KEYS = {
    "scheme", "version", "title", "note", "uri", "source", "licence", "is_default_for_activity",
    "concepts",
}  # fmt: skip
CONCEPT_KEYS = {
    "notation", "labels", "alt_labels", "hidden_labels", "definitions", "matches", "deprecated_on",
    "narrower",
}  # fmt: skip
RELATIONS = {"exact", "close", "broad", "narrow", "related"}


class SchemeFileError(ValueError):
    """A scheme file cannot be used."""

    def __init__(self, file: str, path: str, value: Any, advice: str) -> None:
        self.file, self.path, self.value = file, path, value
        shown = json.dumps(value, ensure_ascii=False, default=str)
        shown = shown if len(shown) <= 80 else f"{shown[:77]}..."
        super().__init__(f"{file}: {path} is {shown}. {advice}")


@dataclass(frozen=True)
class ConceptEntry:
    """One concept of a file, in tree order, with the place where it stands."""

    path: str
    notation: str
    parent: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class SchemeFile:
    """A checked scheme file."""

    file: str
    data: Mapping[str, Any]
    concepts: tuple[ConceptEntry, ...]
    digest: str

    @property
    def slug(self) -> str:
        return str(self.data["scheme"])

    @property
    def version(self) -> str:
        return str(self.data["version"])


def shipped_files() -> list[Path]:
    return sorted(SHIPPED.glob("*.json"))


def read_scheme(path: Path) -> SchemeFile:
    """Read and check one file; raise `SchemeFileError` at the first thing that cannot be used."""
    name = f"{path.parent.name}/{path.name}"
    try:
        raw = path.read_bytes()
        data = json.loads(raw)
    except OSError as error:
        raise SchemeFileError(name, "file", path.name, f"It cannot be read: {error}") from error
    except ValueError as error:
        raise SchemeFileError(name, "file", path.name, f"It is not JSON: {error}") from error
    return check_scheme(name, data)


def check_scheme(file: str, data: Any) -> SchemeFile:
    """The same for data already read."""
    check = _Check(file)
    check.is_object("$", data, SCHEME_KEYS, {"scheme", "version", "title", "concepts"})
    check.fits("scheme", data["scheme"], NOTATION, "Give a short name as in place-types.")
    check.is_text("version", data["version"])
    check.texts("title", data["title"])
    check.texts("note", data.get("note", {}))
    for key in ("uri", "source", "licence"):
        if data.get(key):
            check.is_text(key, data[key])
    entries = tuple(check.concepts("concepts", data["concepts"], ""))
    plain = json.dumps(data, sort_keys=True, ensure_ascii=False)
    return SchemeFile(file, data, entries, hashlib.sha256(plain.encode()).hexdigest())


class _Check:
    def __init__(self, file: str) -> None:
        self.file = file
        self.seen: dict[str, str] = {}

    def fail(self, path: str, value: Any, advice: str) -> SchemeFileError:
        return SchemeFileError(self.file, path, value, advice)

    def is_object(self, path: str, value: Any, known: set[str], needed: set[str]) -> None:
        if not isinstance(value, dict):
            raise self.fail(path, value, "Give an object.")
        if unknown := sorted(value.keys() - known):
            raise self.fail(f"{path}.{unknown[0]}", value[unknown[0]], "This key is not known.")
        if missing := sorted(needed - value.keys()):
            raise self.fail(path, sorted(value), f"The key {missing[0]!r} is missing.")

    def is_list(self, path: str, value: Any) -> None:
        if not isinstance(value, list):
            raise self.fail(path, value, "Give a list.")

    def is_text(self, path: str, value: Any) -> None:
        if not isinstance(value, str) or not value.strip():
            raise self.fail(path, value, "Give a text.")

    def fits(self, path: str, value: Any, pattern: re.Pattern[str], advice: str) -> None:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise self.fail(path, value, advice)

    def texts(self, path: str, value: Any) -> None:
        if not isinstance(value, dict):
            raise self.fail(path, value, "Give one text for each language tag.")
        for tag, text in value.items():
            self.fits(f"{path}.{tag}", tag, TAG, "Use a language tag as in es or zh-Hans.")
            self.is_text(f"{path}.{tag}", text)

    def concepts(self, path: str, value: Any, parent: str) -> Iterator[ConceptEntry]:
        self.is_list(path, value)
        for number, data in enumerate(value):
            place = f"{path}[{number}]"
            self.concept(place, data)
            yield ConceptEntry(place, data["notation"], parent, data)
            yield from self.concepts(
                f"{place}.narrower", data.get("narrower", []), data["notation"]
            )

    def concept(self, place: str, data: Any) -> None:
        self.is_object(place, data, CONCEPT_KEYS, {"notation", "labels"})
        notation = data["notation"]
        advice = "Use small letters, digits and hyphens, with / between steps."
        self.fits(f"{place}.notation", notation, NOTATION, advice)
        if notation in self.seen:
            taken = f"It stands already at {self.seen[notation]}. Choose another."
            raise self.fail(f"{place}.notation", notation, taken)
        self.seen[notation] = place
        self.texts(f"{place}.labels", data["labels"])
        if not data["labels"].get("en"):
            raise self.fail(f"{place}.labels", data["labels"], "An English label is needed.")
        self.texts(f"{place}.definitions", data.get("definitions", {}))
        self.other_labels(place, data)
        self.day(f"{place}.deprecated_on", data.get("deprecated_on"))
        self.is_list(f"{place}.matches", data.get("matches", []))
        for number, match in enumerate(data.get("matches", [])):
            self.match(f"{place}.matches[{number}]", match)

    def other_labels(self, place: str, data: Mapping[str, Any]) -> None:
        lists = {f"{place}.hidden_labels": data.get("hidden_labels", [])}
        alternatives = data.get("alt_labels", {})
        if not isinstance(alternatives, dict):
            raise self.fail(f"{place}.alt_labels", alternatives, "Give lists by language tag.")
        for tag, texts in alternatives.items():
            self.fits(f"{place}.alt_labels.{tag}", tag, TAG, "Use a language tag as in zh-Hans.")
            lists[f"{place}.alt_labels.{tag}"] = texts
        for path, texts in lists.items():
            self.is_list(path, texts)
            for number, text in enumerate(texts):
                self.is_text(f"{path}[{number}]", text)

    def day(self, path: str, value: Any) -> None:
        if value is None:
            return
        try:
            date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise self.fail(path, value, "Give a day as in 2027-01-31.") from error

    def match(self, path: str, value: Any) -> None:
        self.is_object(path, value, {"relation", "uri", "scheme", "notation"}, {"relation"})
        if value["relation"] not in RELATIONS:
            advice = f"Use one of {', '.join(sorted(RELATIONS))}."
            raise self.fail(f"{path}.relation", value["relation"], advice)
        if ("uri" in value) == ("scheme" in value and "notation" in value):
            raise self.fail(path, value, "Give either a uri, or a scheme and a notation.")
        for key in value:
            self.is_text(f"{path}.{key}", value[key])
