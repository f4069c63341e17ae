"""A scheme as linked data in the terms of SKOS, for download."""

from collections.abc import Iterable
from typing import Any

from creaspace.foundation.vocabularies.models import Concept, Match, Scheme

CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "id": "@id",
    "type": "@type",
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "licence": "dct:license",
    "source": "dct:source",
    "version": "owl:versionInfo",
    "concepts": {"@reverse": "skos:inScheme"},
    "notation": "skos:notation",
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "altLabel": {"@id": "skos:altLabel", "@container": "@language"},
    "definition": {"@id": "skos:definition", "@container": "@language"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    **{
        f"{relation}Match": {"@id": f"skos:{relation}Match", "@type": "@id"}
        for relation in Match.Relation.values
    },
}


def as_skos(scheme: Scheme, concepts: Iterable[Concept], address: str) -> dict[str, Any]:
    """The scheme and its concepts; `address` is the site's, so that identifiers are whole."""
    home = f"{address}/vocabularies/{scheme.slug}/"
    described = {
        "@context": CONTEXT,
        "id": scheme.uri or home,
        "type": "skos:ConceptScheme",
        "title": scheme.title,
        "description": scheme.note,
        "version": scheme.version,
        "source": scheme.source,
        "licence": scheme.licence,
        "concepts": [_concept(concept, address) for concept in concepts],
    }
    return {key: value for key, value in described.items() if value}


def _identifier(concept: Concept, address: str) -> str:
    return f"{address}/vocabularies/{concept.scheme.slug}/#{concept.notation}"


def _concept(concept: Concept, address: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": _identifier(concept, address),
        "type": "skos:Concept",
        "notation": concept.notation,
        "prefLabel": concept.labels,
        "altLabel": concept.alt_labels,
        "definition": concept.definitions,
        "broader": _identifier(concept.parent, address) if concept.parent else "",
    }
    for match in concept.matches.all():
        elsewhere = match.uri or (_identifier(match.target, address) if match.target else "")
        described.setdefault(f"{match.relation}Match", []).append(elsewhere)
    return {key: value for key, value in described.items() if value}
