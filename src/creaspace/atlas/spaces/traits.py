"""Traits: one value of one facet, as in `country=ES`; and the sets of them that spaces have. Pure.

Traits and sets are told apart by numbers made from what they say. The same trait has the same
number in every process, on every engine and after every rebuilding, so a number that was read once
may be remembered for ever.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

EVERY = 0  # the trait that all spaces have
NOT_STATED = "-"  # the value of a space of which nobody has said


class Trait(NamedTuple):
    """A facet and one of its values."""

    facet: str
    value: str

    def __str__(self) -> str:
        return f"{self.facet}={self.value}"

    @classmethod
    def read(cls, text: str) -> "Trait":
        facet, _sign, value = text.partition("=")
        return cls(facet, value)

    @property
    def number(self) -> int:
        return number_of(str(self))


@lru_cache(maxsize=20_000)
def number_of(text: str) -> int:
    """A number of 62 bits for a text: two texts among a million share one with odds of 1e-7."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 2


def text_of(traits: Iterable[Trait]) -> str:
    """A set in one line for each trait, always in the same order."""
    return "\n".join(sorted({str(trait) for trait in traits}))


def traits_in(text: str) -> tuple[Trait, ...]:
    return tuple(Trait.read(line) for line in text.splitlines())
