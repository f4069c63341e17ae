"""Spaces with their names and stewards; what the atlas keeps of them; searches people saved."""

from creaspace.atlas.spaces.models.atlas import (
    Cell,
    Edition,
    Spot,
    TraitName,
    TraitSet,
    TraitSetMember,
    Waiting,
)
from creaspace.atlas.spaces.models.saved import SavedSearch, SavedSearchQuerySet
from creaspace.atlas.spaces.models.space import (
    Space,
    SpaceAlias,
    SpaceQuerySet,
    Stewardship,
    StewardshipQuerySet,
    spaces_shown_to,
)

__all__ = [
    "Cell",
    "Edition",
    "SavedSearch",
    "SavedSearchQuerySet",
    "Space",
    "SpaceAlias",
    "SpaceQuerySet",
    "Spot",
    "Stewardship",
    "StewardshipQuerySet",
    "TraitName",
    "TraitSet",
    "TraitSetMember",
    "Waiting",
    "spaces_shown_to",
]
