"""Counting spaces by the values of every facet, for what is chosen and what could be."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from creaspace.atlas.spaces.facet_registry import part_of
from creaspace.atlas.spaces.finding.remembering import traits_in_parts, traits_named
from creaspace.atlas.spaces.finding.selecting import Traits
from creaspace.atlas.spaces.traits import EVERY

Counts = dict[str, dict[str, int]]
Parts = tuple[int, int, int]


@dataclass(frozen=True)
class Tally:
    """How many spaces have each value of each facet; `total` fit everything that is chosen.

    Beside the values of a facet stands how many spaces there would be if that value were chosen
    as well: the facet's own choice is left out of the question there, as its values add up.
    """

    total: int
    counts: Counts
    is_exact: bool = True


def tally_spots(spots: Sequence[Parts], chosen: Traits, *, is_exact: bool = True) -> Tally:
    """From the parts of the sets of each spot, whatever is chosen."""
    if not chosen:
        return Tally(len(spots), _named(_opened(_sums(spots))), is_exact)
    fitting, nearly = _sorted_out(spots, _parts_having(spots, chosen))
    counts = _named(_opened(_sums(fitting)))
    for facet, near in nearly.items():
        values = counts.setdefault(facet, {})
        for value, count in _named(_opened(Counter(near))).get(facet, {}).items():
            values[value] = values.get(value, 0) + count
    return Tally(len(fitting), counts, is_exact)


def _sorted_out(
    spots: Sequence[Parts], having: Mapping[str, set[int]]
) -> tuple[list[Parts], dict[str, list[int]]]:
    """The spots that fit, and for each facet the parts of those that miss nothing but that one."""
    fitting: list[Parts] = []
    nearly: dict[str, list[int]] = {facet: [] for facet in having}
    wanted = [(facet, part_of(facet), any_of) for facet, any_of in having.items()]
    for parts in spots:
        missed, part = "", 0
        for facet, place, any_of in wanted:
            if parts[place] not in any_of:
                if missed:
                    break
                missed, part = facet, parts[place]
        else:
            if missed:
                nearly[missed].append(part)
            else:
                fitting.append(parts)
    return fitting, nearly


def _sums(spots: Sequence[Parts]) -> Counter[int]:
    """How many spots have each part."""
    sums: Counter[int] = Counter()
    for column in zip(*spots, strict=True):
        sums.update(column)
    return sums


def _parts_having(spots: Sequence[Parts], chosen: Traits) -> dict[str, set[int]]:
    """For each facet the parts that hold one of its chosen values."""
    known = traits_in_parts(set(chain.from_iterable(spots)))
    return {
        facet: {part for part, traits in known.items() if not set(numbers).isdisjoint(traits)}
        for facet, numbers in chosen.items()
    }


def _opened(parts: Mapping[int, int]) -> Counter[int]:
    """How many spaces have each trait, from how many have each part."""
    sums: Counter[int] = Counter()
    for part, traits in traits_in_parts(parts).items():
        for trait in traits:
            sums[trait] += parts[part]
    return sums


def _named(sums: Mapping[int, int]) -> Counts:
    counts: Counts = {}
    for number, trait in traits_named(sums).items():
        counts.setdefault(trait.facet, {})[trait.value] = sums[number]
    return counts


def tally_traits(numbers: Mapping[int, int], *, is_exact: bool) -> Tally:
    """From sums for each trait, as the cells of the map have them; nothing is chosen."""
    sums = {number: int(count) for number, count in numbers.items() if number != EVERY}
    return Tally(int(numbers.get(EVERY, 0)), _named(sums), is_exact)


def scaled(tally: Tally, share: float) -> Tally:
    """A sample blown up to the whole."""
    counts = {
        facet: {value: round(count / share) for value, count in values.items()}
        for facet, values in tally.counts.items()
    }
    return Tally(round(tally.total / share), counts, is_exact=tally.is_exact and share >= 1)
