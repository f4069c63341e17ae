"""Which former uses a free text tells of: a coding by words, for counting only. Pure.

A concept is told when all words of its notation or of one of its English labels stand in the text,
in the singular or plural. `three grain warehouses` tells of a warehouse.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

WORD = re.compile(r"[^\W\d_]+")
FILLERS = frozenset({"or", "and", "of", "a", "an", "the"})


def told_in(text: str, concepts: Sequence[Any]) -> list[str]:
    """Notations of the concepts told; where a narrower one is told, the broader one is left out."""
    said = _words(text)
    told = [concept for concept in concepts if any(each <= said for each in _spellings(concept))]
    broader = {concept.parent_id for concept in told}
    return sorted(concept.notation for concept in told if concept.pk not in broader)


def _spellings(concept: Any) -> Iterable[frozenset[str]]:
    texts = [concept.notation, *concept.labels.get("en", "").split(" or ")]
    texts += concept.alt_labels.get("en", [])
    return [words for text in texts if (words := _words(text))]


def _words(text: str) -> frozenset[str]:
    return frozenset(_singular(word) for word in WORD.findall(text.lower())) - FILLERS


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
