"""The facets of the atlas: what spaces are counted and filtered by. Rooms above may add their own.

A room says in its ``facets.py``::

    register(Facet("programme_role", _("Part in the programme"), roles_of, order=10,
                   scheme="programme-roles"))

and calls `services.place_soon` for the spaces whose values it changes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.traits import NOT_STATED, Trait
from creaspace.core.cldr import territory_name
from creaspace.foundation.statements.gist import Gist
from creaspace.foundation.vocabularies.indexes import index_of

Values = Mapping[int, Sequence[str]]
Reader = Callable[[Sequence[Space], Mapping[int, Gist]], Values]


@dataclass(frozen=True)
class Facet:
    """A name that is also the parameter of the address, its words, and where its values come from.

    `values_of` answers for many spaces at once, by key. `scheme` names the vocabulary whose
    notations the values are; `words` gives the words of values that are neither concepts nor
    countries. `part` is 0, 1 or 2: facets of one part are counted together, so those with many
    values had better stand apart. A flag has the one value `1`. With `counts_blank` a space without
    a value counts as not stated.
    """

    name: str
    label: str | Promise
    values_of: Reader
    order: int = 100
    scheme: str = ""
    words: tuple[tuple[str, str | Promise], ...] = ()
    is_country: bool = False
    is_flag: bool = False
    part: int = 2
    is_fine: bool = False  # counted in cells of the finest levels too; for a few facets only
    counts_blank: bool = False

    def labels(self, values: Iterable[str]) -> dict[str, str]:
        """The values in the reader's language."""
        wanted = list(values)
        if self.is_country:
            return {value: territory_name(value) for value in wanted}
        if self.scheme:
            known = index_of(self.scheme).labels(wanted)
            return {value: known.get(value, value) for value in wanted}
        words = dict(self.words)
        return {value: str(words.get(value, value)) for value in wanted}


_FACETS: dict[str, Facet] = {}


def register(facet: Facet) -> None:
    known = _FACETS.setdefault(facet.name, facet)
    if known is not facet:
        message = f"There is a facet {facet.name!r} already. Choose another name."
        raise ValueError(message)
    in_order = sorted(_FACETS.values(), key=lambda facet: (facet.order, facet.name))
    _FACETS.clear()
    _FACETS.update((each.name, each) for each in in_order)


def facets() -> list[Facet]:
    return list(_FACETS.values())


def facet_named(name: str) -> Facet | None:
    return _FACETS.get(name)


def part_of(facet: str) -> int:
    known = _FACETS.get(facet)
    return known.part if known else 2


def fine_facets() -> frozenset[str]:
    return frozenset(facet.name for facet in _FACETS.values() if facet.is_fine)


def traits_of(spaces: Sequence[Space], gists: Mapping[int, Gist]) -> dict[int, tuple[Trait, ...]]:
    """All traits of each of these spaces, by key."""
    found: dict[int, set[Trait]] = {space.pk: set() for space in spaces}
    for facet in _FACETS.values():
        values = facet.values_of(spaces, gists)
        blank = (NOT_STATED,) if facet.counts_blank else ()
        for key, traits in found.items():
            for value in values.get(key) or blank:
                if _can_stand(value):
                    traits.add(Trait(facet.name, value))
    return {key: tuple(sorted(traits)) for key, traits in found.items()}


def _can_stand(value: str) -> bool:
    return bool(value) and "\n" not in value
