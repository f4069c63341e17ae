"""Many spaces with what they point to; what several of them share is read once."""

from collections.abc import Sequence
from typing import Any

from creaspace.atlas.spaces.models import Space
from creaspace.foundation.places.models import City
from creaspace.foundation.vocabularies.models import Concept


def gather(spaces: Sequence[Space]) -> Sequence[Space]:
    """Give each of these spaces its city, its kind and what it does (`doing`), in three queries."""
    cities = City.objects.in_bulk({each.city_id for each in spaces} - {None})
    doing = _doing(spaces)
    kinds = {each.kind_id for each in spaces} - {None}
    concepts = Concept.objects.in_bulk(kinds.union(*doing.values()))
    fields: list[Any] = [Space._meta.get_field(name) for name in ("city", "kind")]
    city, kind = fields
    for space in spaces:
        city.set_cached_value(space, cities.get(space.city_id))
        kind.set_cached_value(space, concepts.get(space.kind_id))
        space.doing = [concepts[key] for key in doing.get(space.pk, ())]
    return spaces


def _doing(spaces: Sequence[Space]) -> dict[int, list[int]]:
    """Keys of activities by space, in the order of concepts."""
    through = Space.activities.through.objects.filter(space__in=[each.pk for each in spaces])
    order = [f"concept__{name}" for name in ("scheme__slug", "scheme_id", "position", "pk")]
    found: dict[int, list[int]] = {}
    for space, concept in through.order_by(*order).values_list("space_id", "concept_id"):
        found.setdefault(space, []).append(concept)
    return found
