"""What a reader asks of the atlas: read from the address, with a sentence for what cannot be."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Any

from django.db import connection
from django.http import QueryDict
from django.utils.translation import gettext as _

from creaspace.atlas.spaces.circles import HALF_WAY_ROUND_KM, box_around
from creaspace.atlas.spaces.facet_registry import Facet, facet_named, facets
from creaspace.atlas.spaces.morton import Box, NotABox
from creaspace.atlas.spaces.traits import NOT_STATED, Trait
from creaspace.core.parameters import choice, word, words
from creaspace.foundation.places.models import Country
from creaspace.foundation.vocabularies.models import Concept

IN_USE = "SELECT number FROM spaces_traitname WHERE number IN ({})"
SORTS = ("relevance", "new", "name", "distance")
OTHERS = ("q", "box", "near", "within", "sort", "page", "limit", "at", "view")
VIEWS = ("map",)
MOST_TOLD = 100  # spaces in one answer of data
MOST_VALUES = 40
DEEPEST_PAGE = 100_000
Place = tuple[float, float]  # latitude, longitude, as people write them


class Fault(ValueError):
    """A value of the address that cannot be; its text is a sentence for people."""


@dataclass(frozen=True)
class AtlasQuery:
    """Words, chosen values by facet (any of a facet, all facets), a box or a place, an order."""

    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    box: Box | None = None
    near: Place | None = None
    within_km: float | None = None
    sort: str = "relevance"
    page: int = 1
    limit: int = MOST_TOLD
    at: str = ""
    view: str = ""  # `map` where a narrow page shows the map instead of the list
    faults: tuple[str, ...] = ()

    @classmethod
    def read(cls, query: QueryDict) -> "AtlasQuery":
        """What can be read; the rest is left out and told in `faults`."""
        faults: list[str] = []
        told = {name: _value(reader, query, faults) for name, reader in READERS.items()}
        told |= {"at": word(query, "at", longest=120), "view": choice(query, "view", VIEWS, "")}
        asked = cls(words=word(query, "q"), **told)
        chosen = _chosen(query, faults)
        if asked.sort == "distance" and asked.near is None:
            faults.append(_("Say near which place, so that spaces can be sorted by distance."))
            asked = replace(asked, sort="relevance")
        return replace(asked, chosen=chosen, faults=tuple(faults))

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows it down."""
        return not (self.words or self.chosen or self.area)

    @property
    def area(self) -> Box | None:
        """The box asked for; without one, the box around the circle asked for."""
        if self.box or not (self.near and self.within_km):
            return self.box
        return box_around(*self.near, self.within_km)

    @property
    def is_round(self) -> bool:
        """Whether less than the whole `area` is meant."""
        return self.near is not None and self.within_km is not None

    @property
    def traits(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the chosen values, by facet."""
        return {
            name: tuple(Trait(name, value).number for value in values)
            for name, values in self.chosen.items()
        }

    def without(self, facet: str) -> "AtlasQuery":
        return replace(
            self, chosen={name: kept for name, kept in self.chosen.items() if name != facet}
        )


def unknown_names(query: QueryDict) -> list[str]:
    """Parameters that mean nothing to the atlas."""
    known = {*OTHERS, *(facet.name for facet in facets())}
    return [name for name in query if name not in known]


def _value(reader: "Reader", query: QueryDict, faults: list[str]) -> Any:
    raw = word(query, reader.name, longest=120)
    if not raw:
        return reader.default
    try:
        return reader.read(raw)
    except Fault as fault:
        faults.append(str(fault))
        return reader.default


def read_box(raw: str) -> Box:
    """`w,s,e,n` in degrees; west of east across the date line."""
    try:
        west, south, east, north = _numbers(raw, 4)
        return Box(west, south, east, north)
    except (NotABox, ValueError) as error:
        raise Fault(
            _(
                "The box “%(box)s” is none. Give west, south, east and north in degrees, as in "
                "-0.5,39.3,-0.2,39.6."
            )
            % {"box": raw[:60]}
        ) from error


def _near(raw: str) -> Place:
    try:
        latitude, longitude = _numbers(raw, 2)
    except ValueError:
        latitude = longitude = 999.0
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise Fault(
            _("“%(place)s” is no place. Give latitude and longitude, as in 39.47,-0.38.")
            % {"place": raw[:60]}
        )
    return latitude, longitude


def _within(raw: str) -> float:
    try:
        (distance,) = _numbers(raw, 1)
    except ValueError:
        distance = 0.0
    if distance <= 0:
        raise Fault(
            _("“%(distance)s” is no distance. Give kilometres above 0.") % {"distance": raw[:60]}
        )
    return min(distance, HALF_WAY_ROUND_KM)


def _sort(raw: str) -> str:
    if raw not in SORTS:
        raise Fault(
            _("Spaces cannot be sorted by “%(sort)s”, only by %(known)s.")
            % {"sort": raw[:60], "known": ", ".join(SORTS)}
        )
    return raw


def _page(raw: str) -> int:
    if not (raw.isascii() and raw.isdigit() and len(raw) < 9):
        raise Fault(_("“%(page)s” is no number of a page.") % {"page": raw[:60]})
    return max(1, min(int(raw), DEEPEST_PAGE))


def _limit(raw: str) -> int:
    if not (raw.isascii() and raw.isdigit() and len(raw) < 4 and 1 <= int(raw) <= MOST_TOLD):
        told = {"limit": raw[:60], "most": MOST_TOLD}
        raise Fault(_("“%(limit)s” is no limit. Give a number from 1 to %(most)s.") % told)
    return int(raw)


def _numbers(raw: str, count: int) -> list[float]:
    found = [float(part) for part in raw.split(",")] if raw.isascii() else []
    if len(found) != count or not all(map(isfinite, found)):
        message = f"{count} numbers are wanted"
        raise ValueError(message)
    return found


@dataclass(frozen=True)
class Reader:
    name: str
    read: Callable[[str], Any]
    default: Any = None


def _chosen(query: QueryDict, faults: list[str]) -> dict[str, tuple[str, ...]]:
    asked = {facet.name: _spelled(facet, query) for facet in facets() if facet.name in query}
    traits = {Trait(name, value) for name, values in asked.items() for value in values}
    known = _known(traits)
    chosen: dict[str, tuple[str, ...]] = {}
    for name, values in asked.items():
        good = tuple(value for value in values if Trait(name, value) in known)
        faults.extend(_unknown(name, value) for value in values if value not in good)
        if good:
            chosen[name] = good
    return chosen


def _spelled(facet: Facet, query: QueryDict) -> list[str]:
    """The values as they were typed; codes of countries in capitals, empty ones left out."""
    typed = words(query, facet.name, most=MOST_VALUES)
    return list(dict.fromkeys(v.upper() for v in typed)) if facet.is_country else typed


def _unknown(name: str, value: str) -> str:
    facet = facet_named(name)
    told = {"value": value[:60], "facet": facet.label if facet else name}
    return _("“%(value)s” is not known under “%(facet)s”.") % told


def _known(traits: set[Trait]) -> set[Trait]:
    """Those that a space has or could have."""
    if not traits:
        return set()
    numbers = {trait.number: trait for trait in traits}
    marks = ", ".join("%s" for _number in numbers)
    with connection.cursor() as cursor:  # plain SQL: every filtered answer asks this
        cursor.execute(IN_USE.format(marks), list(numbers))
        known = {numbers[number] for (number,) in cursor.fetchall()}
    return known | {trait for trait in traits - known if _could_be(trait)}


def _could_be(trait: Trait) -> bool:
    facet = facet_named(trait.facet)
    if facet is None:
        return False
    if trait.value == NOT_STATED:
        return facet.counts_blank
    if facet.is_country:
        return Country.objects.filter(pk=trait.value[:2]).exists() and len(trait.value) == 2
    if facet.scheme:
        return Concept.objects.of(facet.scheme).current().filter(notation=trait.value).exists()
    return trait.value in ({"1"} if facet.is_flag else _names(facet.words))


def _names(pairs: Iterable[tuple[str, object]]) -> set[str]:
    return {name for name, _words in pairs}


READERS = {
    "box": Reader("box", read_box),
    "near": Reader("near", _near),
    "within_km": Reader("within", _within),
    "sort": Reader("sort", _sort, "relevance"),
    "page": Reader("page", _page, 1),
    "limit": Reader("limit", _limit, MOST_TOLD),
}
