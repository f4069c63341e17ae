"""Putting concepts under their parents. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Node:
    """A concept and what it includes."""

    concept: Any
    narrower: list["Node"] = field(default_factory=list)


def tree_of(concepts: Iterable[Any]) -> list[Node]:
    """The top concepts with all below them, in the order given; parents come before children."""
    nodes: dict[Any, Node] = {}
    top: list[Node] = []
    for concept in concepts:
        node = nodes[concept.pk] = Node(concept)
        above = nodes.get(concept.parent_id)
        (above.narrower if above else top).append(node)
    return top
