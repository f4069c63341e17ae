"""Makers of schemes and concepts; each says only what it is told."""

from typing import Any

from creaspace.core.viewer import System
from creaspace.foundation.vocabularies.files import SchemeFile, check_scheme
from creaspace.foundation.vocabularies.models import Concept, Scheme
from creaspace.foundation.vocabularies.services import load_schemes

BY = System("tests")


def scheme_data(slug: str = "fruits", version: str = "1", **values: Any) -> dict[str, Any]:
    """The content of a scheme file with one tree and a single concept beside it."""
    concepts = [
        {
            "notation": "citrus",
            "labels": {"en": "Citrus", "es": "Cítricos", "zh-Hans": "柑橘"},
            "narrower": [{"notation": "citrus/orange", "labels": {"en": "Orange"}}],
        },
        {"notation": "apple", "labels": {"en": "Apple"}},
    ]
    data = {"scheme": slug, "version": version, "title": {"en": slug}, "concepts": concepts}
    return {**data, **values}


def scheme_file(slug: str = "fruits", version: str = "1", **values: Any) -> SchemeFile:
    return check_scheme(f"tests/{slug}.json", scheme_data(slug, version, **values))


def load(*files: SchemeFile, correct: bool = False) -> list[str]:
    """Load, and return what became of each file."""
    return [each.outcome for each in load_schemes(files=files, by=BY, correct=correct)]


def make_scheme(slug: str = "fruits", version: str = "1", **values: Any) -> Scheme:
    return Scheme.objects.create(slug=slug, version=version, title={"en": slug}, **values)


def make_concept(notation: str, *, scheme: Scheme, **values: Any) -> Concept:
    labels = values.pop("labels", {"en": notation})
    return Concept.objects.create(scheme=scheme, notation=notation, labels=labels, **values)
