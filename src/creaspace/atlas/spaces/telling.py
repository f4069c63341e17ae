"""Spaces as data for maps and programs: tiles, features of GeoJSON, rows of a table."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings

from creaspace.atlas.spaces.finding.fetching import Row, fetch
from creaspace.atlas.spaces.finding.selecting import E6
from creaspace.atlas.spaces.finding.tiles import Group
from creaspace.core.data_answers import as_json
from creaspace.core.spreadsheets import harmless

LICENCE = "Facts are free; each record names its sources."
COLUMNS = (
    *("slug", "name", "language", "own_name", "own_language", "kind", "country", "city"),
    *("district", "region", "founded", "closed", "website", "longitude", "latitude"),
    *("exactness", "record", "licence", "source", "date"),
)
BYTE_ORDER_MARK = "\ufeff"  # as spreadsheets expect it


def about(day: str) -> dict[str, str]:
    """Where an answer comes from, on what terms, and of which day it is."""
    return {"source": settings.CREASPACE_PUBLIC_URL, "licence": LICENCE, "date": day}


def on_map(row: Row, longitude: float, latitude: float) -> dict[str, Any]:
    """One space of a tile; it stands where the cell says."""
    return {
        "slug": row.slug,
        "name": row.name,
        "lang": row.language,
        "own_name": row.own_name,
        "own_lang": row.own_language,
        "lon": round(longitude, 6),
        "lat": round(latitude, 6),
        "mark": row.mark,
    }


def in_cell(group: Group, sample: Row | None) -> dict[str, Any]:
    """A group: how many, their middle, the square they lie in, and one of them by name."""
    bounds = group.bounds
    told: dict[str, Any] = {
        "n": group.count,
        "lon": round(group.longitude, 6),
        "lat": round(group.latitude, 6),
        "w": round(bounds.west, 6),
        "s": round(bounds.south, 6),
        "e": round(bounds.east, 6),
        "n_": round(bounds.north, 6),
    }
    if sample:
        told |= {"slug": sample.slug, "name": sample.name}
    return told


def feature(row: Row) -> dict[str, Any]:
    """One space as a feature of GeoJSON; without a position its geometry is empty."""
    point = {"type": "Point", "coordinates": [row.longitude_e6 / E6, row.latitude_e6 / E6]}
    return {
        "type": "Feature",
        "id": row.slug,
        "geometry": point if row.code is not None else None,
        "properties": {
            "slug": row.slug,
            "name": row.name,
            "lang": row.language,
            "own_name": row.own_name,
            "own_lang": row.own_language,
            "kind": row.kind,
            "country": row.country,
            "city": row.city,
            "mark": row.mark,
        },
    }


def _table_row(row: Row, told: dict[str, str]) -> list[str]:
    has_place = row.code is not None
    values = {
        **row._asdict(),
        "longitude": row.longitude_e6 / E6 if has_place else None,
        "latitude": row.latitude_e6 / E6 if has_place else None,
        "exactness": row.mark,
        "record": f"{settings.CREASPACE_PUBLIC_URL}/data/spaces.space/{row.slug}.json",
        **told,
    }
    return [harmless(values[column]) for column in COLUMNS]


def whole_table(parts: Iterable[list[int]], day: str) -> Iterator[str]:
    """A CSV file in pieces, one for each part of the keys."""
    yield BYTE_ORDER_MARK + _lines([list(COLUMNS)])
    for keys in parts:
        yield _lines([_table_row(row, about(day)) for row in fetch(keys)])


def _lines(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def whole_collection(parts: Iterable[list[int]], day: str) -> Iterator[str]:
    """A collection of GeoJSON in pieces: a document that is whole when the last one is read."""
    head = as_json({"type": "FeatureCollection", **about(day)})
    yield f'{head[:-1]},"features":['
    comma = ""
    for keys in parts:
        told = [as_json(feature(row)) for row in fetch(keys)]
        if told:
            yield comma + ",".join(told)
            comma = ","
    yield "]}"
