"""Counting spaces by the values of every facet, for what is chosen and what could be."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from creaspace.atlas.spaces.finding.remembering import traits_named, traits_of_sets
from creaspace.atlas.spaces.traits import EVERY

Chosen = Mapping[str, tuple[str, ...]]
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Tally:
    """How many spaces have each value of each facet; `total` fit everything that is chosen.

    Beside the values of a facet stands how many spaces there would be if that value were chosen
    as well: the facet's own choice is left out of the question there, as its values add up.
    """

    total: int
    counts: Counts
    is_exact: bool = True


def tally_sets(sets: Mapping[int, int], chosen: Chosen, *, is_exact: bool = True) -> Tally:
    """From how many spaces there are with each set of traits, whatever is chosen."""
    counts: Counts = {}
    total = 0
    known = traits_of_sets(sets)
    for number, count in sets.items():
        traits = known.get(number, ())
        missed = _missed(traits, chosen) if chosen else []
        if not missed:
            total += count
        elif len(missed) > 1:
            continue
        for trait in traits:
            if not missed or trait.facet == missed[0]:
                values = counts.setdefault(trait.facet, {})
                values[trait.value] = values.get(trait.value, 0) + count
    return Tally(total, counts, is_exact)


def _missed(traits: Iterable[object], chosen: Chosen) -> list[str]:
    """Facets of which a set has none of the chosen values."""
    had: dict[str, set[str]] = {}
    for trait in traits:
        facet: str = trait.facet  # type: ignore[attr-defined]
        had.setdefault(facet, set()).add(trait.value)  # type: ignore[attr-defined]
    return [facet for facet, values in chosen.items() if not had.get(facet, set()) & set(values)]


def tally_traits(numbers: Mapping[int, int], *, is_exact: bool) -> Tally:
    """From sums for each trait, as the cells of the map have them; nothing is chosen."""
    names = traits_named(number for number in numbers if number != EVERY)
    counts: Counts = {}
    for number, trait in names.items():
        counts.setdefault(trait.facet, {})[trait.value] = int(numbers[number])
    return Tally(int(numbers.get(EVERY, 0)), counts, is_exact)


def scaled(sets: Counter[int], share: float) -> dict[int, int]:
    """A sample blown up to the whole."""
    return {number: round(count / share) for number, count in sets.items()}
