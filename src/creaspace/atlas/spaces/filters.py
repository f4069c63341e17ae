"""The filters of the list of spaces: read from the address, told back as words and counts."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import QueryDict

from creaspace.atlas.spaces.models import Space, SpaceQuerySet
from creaspace.core.parameters import choice, word

SORTS = {
    "name": ("name", "slug"),
    "founded": ("founded_on", "name"),
    "new": ("-changed_at", "name"),
}


@dataclass(frozen=True)
class Filters:
    """What the reader asked for; empty parts filter nothing."""

    words: str = ""
    country: str = ""
    kind: str = ""
    activity: str = ""
    exactness: str = ""
    sort: str = "name"

    @classmethod
    def read(cls, query: QueryDict) -> "Filters":
        return cls(
            words=word(query, "q"),
            country=word(query, "country", longest=2).upper(),
            kind=word(query, "kind", longest=80),
            activity=word(query, "activity", longest=80),
            exactness=choice(query, "exactness", {"moves", *Space.Precision.values}, ""),
            sort=choice(query, "sort", SORTS, "name"),
        )

    @property
    def is_empty(self) -> bool:
        return not any([self.words, self.country, self.kind, self.activity, self.exactness])

    def applied_to(self, spaces: SpaceQuerySet) -> SpaceQuerySet:
        if self.words:
            spaces = spaces.matching(self.words)
        return spaces.filter(self._chosen()).order_by(*SORTS[self.sort]).distinct()

    def _chosen(self) -> Q:
        chosen = Q()
        if self.country:
            chosen &= Q(country_id=self.country)
        if self.kind:
            chosen &= Q(kind__notation=self.kind)
        if self.activity:
            under = f"{self.activity}/"
            same = Q(activities__notation=self.activity)
            chosen &= same | Q(activities__notation__startswith=under)
        return chosen & self._how_exact()

    def _how_exact(self) -> Q:
        if self.exactness == "moves":
            return Q(presence=Space.Presence.ITINERANT)
        return Q(position_precision=self.exactness) if self.exactness else Q()
