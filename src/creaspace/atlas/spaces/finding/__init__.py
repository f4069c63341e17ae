"""Answers of the atlas: lists, boxes, counts, tiles and what is near, for what was asked."""

from creaspace.atlas.spaces.finding.answers import Atlas, Count
from creaspace.atlas.spaces.finding.own import drafts_of
from creaspace.atlas.spaces.finding.tiles import Tile, TileOutOfRange

__all__ = ["Atlas", "Count", "Tile", "TileOutOfRange", "drafts_of"]
