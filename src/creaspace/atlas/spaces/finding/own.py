"""A steward's own drafts and hidden spaces, held against a question; nobody else pays for them."""

from django.db.models import Q

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.facet_registry import traits_of
from creaspace.atlas.spaces.finding.wording import keys_for
from creaspace.atlas.spaces.models import Space, Stewardship
from creaspace.atlas.spaces.traits import Trait
from creaspace.core.viewer import Viewer
from creaspace.foundation.places.distances import distance_km
from creaspace.foundation.statements.gist import gist_of_all

MOST = 100


def drafts_of(viewer: Viewer, query: AtlasQuery) -> list[Space]:
    """Spaces this viewer keeps and others cannot see, if they fit; by name, few at most."""
    if viewer.pk is None:
        return []
    own = Stewardship.objects.active().filter(person_id=viewer.pk).values("space_id")
    unseen = Q(published_at=None) | Q(hidden_at__isnull=False)
    spaces = list(
        Space.objects.filter(unseen, pk__in=own).with_place().prefetch_related("activities")[:MOST]
    )
    if not spaces:
        return []
    traits = traits_of(spaces, gist_of_all(spaces))
    named = set(keys_for(query, viewer=viewer)) if query.words else {each.pk for each in spaces}
    return [
        space
        for space in spaces
        if space.pk in named and _is_chosen(query, traits[space.pk]) and _is_there(query, space)
    ]


def _is_chosen(query: AtlasQuery, traits: tuple[Trait, ...]) -> bool:
    had = {(trait.facet, trait.value) for trait in traits}
    return all(
        any((facet, value) in had for value in values) for facet, values in query.chosen.items()
    )


def _is_there(query: AtlasQuery, space: Space) -> bool:
    if query.area is None:
        return True
    if space.atlas_position is None or not query.area.holds(*space.atlas_position):
        return False
    longitude, latitude = space.atlas_position
    if query.near is None or query.within_km is None:
        return True
    return distance_km(query.near, (latitude, longitude)) <= query.within_km
