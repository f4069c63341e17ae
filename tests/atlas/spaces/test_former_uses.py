"""Former uses told by free words."""

from types import SimpleNamespace

import pytest

from creaspace.atlas.spaces.former_uses import told_in


def concept(pk: int, notation: str, label: str, parent: int | None = None) -> SimpleNamespace:
    return SimpleNamespace(
        pk=pk, notation=notation, labels={"en": label}, alt_labels={}, parent_id=parent
    )


CONCEPTS = [
    concept(1, "industry", "Industry"),
    concept(2, "factory", "Factory", 1),
    concept(3, "warehouse", "Warehouse"),
    concept(4, "sailing-base", "Sailing team base"),
    concept(5, "port", "Port or shipyard"),
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tobacco factory", ["factory"]),
        ("a working park of factories and Warehouses", ["factory", "warehouse"]),
        ("heavy industry, a factory", ["factory"]),
        ("heavy industry", ["industry"]),
        ("an old shipyard", ["port"]),
        ("sailing", []),
        ("", []),
        ("工厂", []),
    ],
)
def test_words_tell_of_concepts(text: str, told: list[str]) -> None:
    assert told_in(text, CONCEPTS) == told
