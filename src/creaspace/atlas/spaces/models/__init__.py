"""Spaces with their names and stewards; and what the atlas keeps of them to answer quickly."""

from creaspace.atlas.spaces.models.atlas import (
    Cell,
    Edition,
    Spot,
    TraitName,
    TraitSet,
    TraitSetMember,
    Waiting,
)
from creaspace.atlas.spaces.models.space import (
    Space,
    SpaceAlias,
    SpaceQuerySet,
    Stewardship,
    StewardshipQuerySet,
)

__all__ = [
    "Cell",
    "Edition",
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
]
