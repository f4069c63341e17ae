"""Choosing among texts by language tag, and comparing labels however they are typed. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from creaspace.core.languages import fallback_chain

BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
BETWEEN_WORDS = re.compile(r"[\W_]+")


def best_text(texts: Mapping[str, str], wanted: str) -> tuple[str, str]:
    """The text nearest to the wanted language and the tag it is really in; two empty ones if none.

    Order: the tag and its shorter forms, the same language in another script or region, English,
    then whatever there is.
    """
    chain = fallback_chain(wanted)
    kin = sorted(tag for tag in texts if tag.split("-")[0] == chain[-1])
    for tag in [*chain, *kin, "en", *texts]:
        if texts.get(tag):
            return texts[tag], tag
    return "", ""


def key_of(text: str) -> str:
    """`Functional creations / Design` and `functional_creations/design` become one key."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    steps = (BETWEEN_WORDS.sub("-", step).strip("-") for step in folded.split("/"))
    return "/".join(step for step in steps if step)


class Labelled(Protocol):
    """What the index needs to know of a concept."""

    notation: str
    labels: dict[str, str]
    alt_labels: dict[str, list[str]]
    hidden_labels: list[str]
    parent_id: Any
    pk: Any


@dataclass
class ConceptIndex:
    """One scheme, asked for many free labels; a label that fits two concepts fits none."""

    concepts: list[Any]
    _by_key: dict[str, Any] = field(init=False, default_factory=dict)
    _by_notation: dict[str, Any] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_notation = {concept.notation: concept for concept in self.concepts}
        by_pk = {concept.pk: concept for concept in self.concepts}
        for spellings in (_notations, _paths, _last_steps, _preferred, _others):
            self._add(spellings, by_pk)

    def _add(self, spellings: Any, by_pk: Mapping[Any, Any]) -> None:
        layer: dict[str, Any] = {}
        unclear: set[str] = set()
        for concept in self.concepts:
            for key in {key_of(text) for text in spellings(concept, by_pk)} - {""}:
                if layer.setdefault(key, concept) is not concept:
                    unclear.add(key)
        for key, concept in layer.items():
            if key not in unclear:
                self._by_key.setdefault(key, concept)

    def find(self, text: str) -> Any | None:
        """The concept meant by a notation or label in any language and spelling, or None.

        A remark in brackets at the end (`NPO (since 2004)`) is ignored when nothing fits with it.
        """
        found = self._by_key.get(key_of(text))
        return found or self._by_key.get(key_of(BRACKETS.sub("", text)))

    def labels(self, notations: Iterable[str]) -> dict[str, str]:
        """The labels of those that are notations, in the reader's language."""
        known = self._by_notation
        return {each: known[each].label() for each in notations if each in known}


def _notations(concept: Labelled, _by_pk: Mapping[Any, Labelled]) -> Iterable[str]:
    return [concept.notation]


def _last_steps(concept: Labelled, _by_pk: Mapping[Any, Labelled]) -> Iterable[str]:
    return [concept.notation.rpartition("/")[2]]


def _paths(concept: Labelled, by_pk: Mapping[Any, Labelled]) -> Iterable[str]:
    """`Heritage/Cultural sites` in every language in which all steps have a label."""
    steps = [concept]
    while steps[0].parent_id in by_pk:
        steps.insert(0, by_pk[steps[0].parent_id])
    return [
        "/".join(step.labels[tag].replace("/", " ") for step in steps)
        for tag in concept.labels
        if all(tag in step.labels for step in steps)
    ]


def _preferred(concept: Labelled, _by_pk: Mapping[Any, Labelled]) -> Iterable[str]:
    return concept.labels.values()


def _others(concept: Labelled, _by_pk: Mapping[Any, Labelled]) -> Iterable[str]:
    return [
        *concept.hidden_labels,
        *(text for texts in concept.alt_labels.values() for text in texts),
    ]
