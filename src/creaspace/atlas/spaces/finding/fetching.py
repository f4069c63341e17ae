"""The rows of spaces that are shown, fetched by key: whoever hid one meanwhile is heeded."""

from collections.abc import Sequence
from typing import NamedTuple

from creaspace.atlas.spaces.finding.selecting import in_parts, marks, rows

FETCH = """
SELECT space.id, space.slug, space.name, space.source_language, space.local_name,
  space.local_language, concept.notation, space.country_id, space.city_name, space.district,
  space.region, space.founded_on, space.closed_on, space.website,
  spot.longitude_e6, spot.latitude_e6, spot.mark, spot.code
FROM spaces_space AS space
JOIN spaces_spot AS spot ON spot.space_id = space.id
LEFT JOIN vocabularies_concept AS concept ON concept.id = space.kind_id
WHERE space.id IN ({keys}) AND space.published_at IS NOT NULL AND space.hidden_at IS NULL
"""


class Row(NamedTuple):
    """What data answers tell of a space."""

    key: int
    slug: str
    name: str
    language: str
    own_name: str
    own_language: str
    kind: str | None
    country: str | None
    city: str
    district: str
    region: str
    founded: str
    closed: str
    website: str
    longitude_e6: int
    latitude_e6: int
    mark: str
    code: int | None


def fetch(keys: Sequence[int]) -> list[Row]:
    """The rows of these spaces, in the order of their keys as given."""
    found: dict[int, Row] = {}
    for part in in_parts(keys):
        for row in rows(FETCH.format(keys=marks(part)), part):
            found[row[0]] = Row(*row)
    return [found[key] for key in keys if key in found]
