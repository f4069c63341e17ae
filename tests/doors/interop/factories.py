"""Small programme files, and just enough reference data to load them."""

import copy
from typing import Any

from creaspace.core.viewer import System
from creaspace.foundation.places.services import load_countries
from creaspace.foundation.vocabularies.files import read_scheme, shipped_files
from creaspace.foundation.vocabularies.services import load_schemes

PAGE = "https://example.org/programme"
NEEDED = {"programme-roles", "session-kinds", "output-kinds", "key-questions", "place-types"}
SMALL: dict[str, Any] = {
    "meta": {"title": "A small programme", "compiled": "2026-11-22", "language": "en"},
    "programme": {"id": "small", "name": "Small Programme", "sources": [PAGE]},
    "spaces": [
        {
            "id": "stage",
            "name": "Stage",
            "programme_role": "selected_participant",
            "country": "JP",
            "city": "Yokohama",
            "latitude": 35.4,
            "longitude": 139.6,
            "founded": "2015",
            "sources": [PAGE],
        }
    ],
    "sources": [{"id": "page", "address": PAGE, "title": "Programme page"}],
}


def make_file(**lists: Any) -> dict[str, Any]:
    """A file that loads; lists named here are added or put in place of its own."""
    return copy.deepcopy({**SMALL, **lists})


def make_space(slug: str, **values: Any) -> dict[str, Any]:
    """A space of a file that says no more of itself than it is told."""
    return {"id": slug, "name": slug.title(), "programme_role": "selected_participant", **values}


def load_reference_data() -> None:
    files = [file for path in shipped_files() if (file := read_scheme(path)).slug in NEEDED]
    load_schemes(files=files, by=System("tests"))
    load_countries()
