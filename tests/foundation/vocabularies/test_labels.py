"""Choosing a text by language, and finding a concept by a label typed anyhow."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from creaspace.foundation.vocabularies.labels import ConceptIndex, best_text, key_of


@dataclass
class Entry:
    notation: str
    labels: dict[str, str]
    pk: int
    parent_id: int | None = None
    alt_labels: dict[str, list[str]] = field(default_factory=dict)
    hidden_labels: list[str] = field(default_factory=list)


FUNCTIONAL = Entry("functional-creations", {"en": "Functional creations", "es": "Creaciones"}, 1)
DESIGN = Entry("functional-creations/design", {"en": "Design", "es": "Diseño"}, 2, parent_id=1)
NPO = Entry("npo", {"en": "Non-profit"}, 3, alt_labels={"en": ["NPO"]}, hidden_labels=["charity"])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("es", ("Museo", "es")),
        ("es-MX", ("Museo", "es")),
        ("zh-Hans", ("博物馆", "zh-Hans")),
        ("zh-Hant-HK", ("博物馆", "zh-Hans")),
        ("ja", ("Museum", "en")),
    ],
)
def test_reader_gets_the_nearest_language_and_its_true_tag(wanted: str, found: tuple[str, str]):
    texts = {"zh-Hans": "博物馆", "es": "Museo", "en": "Museum"}

    assert best_text(texts, wanted) == found


def test_reader_gets_what_there_is_when_english_is_missing():
    assert best_text({"ko": "미술관"}, "es") == ("미술관", "ko")
    assert best_text({}, "es") == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        "functional creations/design",
        "Functional Creations / Design",
        "functional_creations/design",
        "creaciones/diseño",
        "DISEÑO",
        "Ｄｅｓｉｇｎ",
    ],
)
def test_index_finds_a_concept_by_any_spelling_of_its_path_or_label(text: str):
    index = ConceptIndex([FUNCTIONAL, DESIGN, NPO])

    assert index.find(text) is DESIGN


def test_index_ignores_a_remark_in_brackets_when_nothing_fits_with_it():
    index = ConceptIndex([FUNCTIONAL, DESIGN, NPO])

    assert index.find("NPO (since 2004)") is NPO


def test_index_finds_by_labels_that_are_never_shown():
    assert ConceptIndex([NPO]).find("Charity") is NPO


@pytest.mark.parametrize("text", ["", "   ", "/", "pottery", "\x00", "(", "a" * 10_000])
def test_index_finds_nothing_for_what_is_no_label(text: str):
    assert ConceptIndex([FUNCTIONAL, DESIGN, NPO]).find(text) is None


def test_label_of_two_concepts_finds_neither():
    twins: list[Any] = [Entry("a", {"en": "Workshop"}, 1), Entry("b", {"en": "Workshop"}, 2)]

    assert ConceptIndex(twins).find("workshop") is None
    assert ConceptIndex(twins).find("a") is twins[0]


def test_key_keeps_letters_of_every_script():
    assert key_of("艺术 / 表演艺术") == "艺术/表演艺术"
