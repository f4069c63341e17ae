"""Addresses of other vocabularies, as short names a person can read. Pure."""

from urllib.parse import unquote

KNOWN = {
    "http://www.wikidata.org/entity/": "Wikidata",
    "http://vocab.getty.edu/aat/": "AAT",
    "https://schema.org/": "schema.org",
    "https://wiki.openstreetmap.org/wiki/Tag:": "OpenStreetMap",
}


def short_name(uri: str) -> str:
    """`http://vocab.getty.edu/aat/300007117` as `AAT 300007117`; others without their scheme."""
    for start, name in KNOWN.items():
        if uri.startswith(start):
            return f"{name} {unquote(uri.removeprefix(start))}"
    return uri.partition("://")[2] or uri
