"""Words: asked of the index of words, with the other filters where they can be asked there too."""

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.morton import Box, cell_of, cells_over, finest_level
from creaspace.core.viewer import STRANGER, Viewer
from creaspace.foundation.search.listing import matching_count
from creaspace.foundation.search.reading import matching_keys

MOST_HITS = 2_000
TAG_LEVELS = (4, 6, 8, 10)  # cells that every space is tagged with
MOST_CELLS = 16


def tags_of_place(code: int | None) -> list[str]:
    """The cells a space lies in, as tags of the index of words."""
    if code is None:
        return []
    return [f"g{level}:{cell_of(code, level)}" for level in TAG_LEVELS]


LABEL = Space._meta.label_lower


def keys_for(query: AtlasQuery, *, viewer: Viewer = STRANGER, most: int = MOST_HITS) -> list[int]:
    """Keys of spaces this viewer may see, with these words and filters: names first, then by score.

    The cells of a box hold more than the box: whoever asks compares positions too.
    """
    tags = [[f"{facet}:{value}" for value in values] for facet, values in query.chosen.items()]
    if query.area:
        tags += _cells(query.area)
    limit = min(most, MOST_HITS)
    return matching_keys(query.words, viewer=viewer, label=LABEL, tags=tags, limit=limit)


def count_for(query: AtlasQuery) -> int | None:
    """How many public spaces have the words, at most `MOST_HITS`; None where that takes long."""
    return matching_count(query.words, label=LABEL, most=MOST_HITS)


def _cells(box: Box) -> list[list[str]]:
    """One of the cells that the box touches; no condition where the box is half the world."""
    finest = finest_level(box, most_cells=MOST_CELLS, levels=range(TAG_LEVELS[-1] + 1))
    levels = [level for level in TAG_LEVELS if level <= finest]
    if not levels:
        return []
    return [[f"g{levels[-1]}:{cell}" for cell in cells_over(box, levels[-1])]]
