"""What narrows the atlas down, one by one, each with the address without it; and ways out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from creaspace.atlas.spaces.asking import AtlasQuery, Place
from creaspace.atlas.spaces.browsing.addresses import question_text
from creaspace.atlas.spaces.browsing.choices import Labels, label_of
from creaspace.atlas.spaces.finding import Atlas, Count
from creaspace.atlas.spaces.traits import Trait
from creaspace.core.languages import reader_language
from creaspace.foundation.places.models import City
from creaspace.foundation.search.analysis import query_of
from creaspace.foundation.search.suggesting import suggestions_for

MOST_WAYS = 4
SAME_PLACE = 0.0005  # degrees, some 50 m


@dataclass(frozen=True)
class Chip:
    """One part of the question in words, and the question without it."""

    words: str
    without: AtlasQuery

    @property
    def address(self) -> str:
        return question_text(self.without, page=1)


@dataclass(frozen=True)
class Way:
    """Another question that leads out of an empty list, with what it would find."""

    words: str
    address: str
    count: Count


def chips_of(query: AtlasQuery, labels: Labels) -> list[Chip]:
    return [*_words(query), *_chosen(query, labels), *_area(query)]


def _words(query: AtlasQuery) -> Iterator[Chip]:
    if query.words:
        yield Chip(_("“%(words)s”") % {"words": query.words}, replace(query, words=""))


def _chosen(query: AtlasQuery, labels: Labels) -> Iterator[Chip]:
    for facet, values in query.chosen.items():
        for value in values:
            kept = tuple(other for other in values if other != value)
            rest = {name: others for name, others in query.chosen.items() if name != facet}
            fewer = {**rest, facet: kept} if kept else rest
            yield Chip(label_of(Trait(facet, value), labels), replace(query, chosen=fewer))


def _area(query: AtlasQuery) -> Iterator[Chip]:
    if query.box:
        yield Chip(_("Part of the map"), replace(query, box=None))
    if query.near:
        sort = "relevance" if query.sort == "distance" else query.sort
        elsewhere = replace(query, near=None, within_km=None, sort=sort)
        yield Chip(_near_words(query.near, query.within_km), elsewhere)


def _near_words(near: Place, within_km: float | None) -> str:
    told = {"place": _place_words(near)}
    if within_km is None:
        return _("Near %(place)s") % told
    distance = number_format(round(within_km, 1) if within_km % 1 else round(within_km))
    return _("Within %(distance)s km of %(place)s") % {**told, "distance": distance}


def _place_words(near: Place) -> str:
    """The city that stands there, or the numbers."""
    latitude, longitude = near
    there = City.objects.filter(
        latitude__range=(latitude - SAME_PLACE, latitude + SAME_PLACE),
        longitude__range=(longitude - SAME_PLACE, longitude + SAME_PLACE),
    )
    city = there.order_by("-population").first()
    return city.name_in() if city else f"{latitude:g}, {longitude:g}"


def ways_without(chips: list[Chip]) -> list[Way]:
    """What would be found with one part of the question less; most first."""
    ways = [Way(c.words, c.address, Atlas(c.without).count()) for c in chips[:MOST_WAYS]]
    return sorted(ways, key=lambda way: -way.count.number) if len(chips) > 1 else []


def other_words(query: AtlasQuery) -> list[Way]:
    """Words that were perhaps meant, with how many spaces have them, whatever else was chosen."""
    if not query.words:
        return []
    meant = suggestions_for(query_of(query.words, reader_language()), reader_language())
    asked = [(words, AtlasQuery(words=words)) for words in meant]
    ways = [Way(words, question_text(other), Atlas(other).count()) for words, other in asked]
    return [way for way in ways if way.count.number]
