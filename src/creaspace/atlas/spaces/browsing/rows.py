"""The rows of the list: spaces with what is worth a line beside their names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from creaspace.atlas.spaces.asking import AtlasQuery, Place
from creaspace.atlas.spaces.finding.remembering import traits_of_sets
from creaspace.atlas.spaces.models import Space, Spot
from creaspace.atlas.spaces.traits import NOT_STATED, Trait
from creaspace.core.languages import reader_language
from creaspace.core.viewer import STRANGER
from creaspace.foundation.languages.reading import Words, attach_texts, texts_of
from creaspace.foundation.places.distances import distance_km
from creaspace.foundation.search.analysis import query_of
from creaspace.foundation.search.marking import Piece, Wanted, cut, passage, wanted_by
from creaspace.foundation.statements.support import Support

Traits = Mapping[int, Sequence[Trait]]
LONGEST_LINE = 150  # letters: two lines of the list hold no more, of wide ones half as many
WIDE_LETTERS = ("zh", "ja", "ko")
NOTHING = Wanted(frozenset(), (), by_sound=False)


@dataclass(frozen=True)
class Row:
    """A space in the list: words about it with what was found in them, what it was, its marks."""

    space: Space
    address: str
    pieces: list[Piece]
    language: str  # of the words, where it is not the reader's
    former_uses: list[str]
    marks: frozenset[str]  # names of facets
    km: float | None
    support: Support

    @property
    def at(self) -> str:
        """Where the map has it, latitude first; empty where nobody knows."""
        position = self.space.atlas_position
        return f"{position[1]:.6f},{position[0]:.6f}" if position else ""


def spaces_in_order(keys: Sequence[int]) -> list[Space]:
    """Those that show, with what a row needs of them: whoever was hidden meanwhile is heeded."""
    rows = Space.objects.visible_to(STRANGER).select_related("city", "kind").filter(pk__in=keys)
    found = {space.pk: space for space in rows}
    return list(attach_texts(found[key] for key in keys if key in found))


def traits_of_spaces(keys: Sequence[int]) -> Traits:
    sets = dict(Spot.objects.filter(pk__in=keys).values_list("pk", "trait_set"))
    known = traits_of_sets(set(sets.values()))
    return {key: known.get(number, ()) for key, number in sets.items()}


def row_of(
    space: Space,
    traits: Sequence[Trait],
    query: AtlasQuery,
    former_use: Mapping[str, str],
    support: Support,
    address: str,
) -> Row:
    words = texts_of(space).words("description")
    uses = [each.value for each in traits if each.facet == "former_use"]
    return Row(
        space=space,
        address=address,
        pieces=_line(words, query),
        language="" if words.language == reader_language() else words.language,
        former_uses=[former_use.get(value, value) for value in uses if value != NOT_STATED],
        marks=frozenset(each.facet for each in traits if each.value == "1"),
        km=_distance(space, query.near),
        support=support,
    )


def _line(words: Words, query: AtlasQuery) -> list[Piece]:
    is_wide = words.language.startswith(WIDE_LETTERS)
    found = passage(words.text, _wanted(query), words.language)
    return cut(found, LONGEST_LINE // 2 if is_wide else LONGEST_LINE)


def _wanted(query: AtlasQuery) -> Wanted:
    return wanted_by(query_of(query.words, reader_language())) if query.words else NOTHING


def _distance(space: Space, near: Place | None) -> float | None:
    position = space.atlas_position
    if near is None or position is None:
        return None
    longitude, latitude = position
    return distance_km(near, (latitude, longitude))
