"""The atlas as data: tiles, boxes, counts, and whole results. No language, no sign-in, cached."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from creaspace.atlas.spaces.asking import AtlasQuery, Fault, unknown_names
from creaspace.atlas.spaces.facet_registry import facets
from creaspace.atlas.spaces.finding import Atlas, Tile, TileOutOfRange
from creaspace.atlas.spaces.finding.fetching import fetch
from creaspace.atlas.spaces.finding.remembering import Remembered, edition
from creaspace.atlas.spaces.finding.tiles import samples_of
from creaspace.atlas.spaces.finding.whole import parts_of
from creaspace.atlas.spaces.flooding import Gate
from creaspace.atlas.spaces.telling import (
    about,
    feature,
    in_cell,
    on_map,
    whole_collection,
    whole_table,
)
from creaspace.core.data_answers import JSON, as_json, open_to_all, refusal, too_many
from creaspace.foundation.moderation.addresses import address_of

LONGEST_QUERY = 4_000
LONGEST_REMEMBERED = 20_000
WHOLE_WEIGHT = 50  # a whole result counts as so many answers
GEOJSON = "application/geo+json"
gate = Gate()
bodies = Remembered()
Arguments = ParamSpec("Arguments")
Maker = Callable[Concatenate[AtlasQuery, str, Arguments], dict[str, Any]]
View = Callable[..., HttpResponseBase]


def answers(kind: str = JSON) -> Callable[[Maker[...]], View]:
    """A view from what makes its data: refuses what cannot be, remembers, says how old it is."""

    def decorate(make: Maker[...]) -> View:
        @require_safe
        @wraps(make)
        def view(request: HttpRequest, **numbers: int) -> HttpResponseBase:
            try:
                return _answer(request, kind, lambda query, day: make(query, day, **numbers))
            except Fault as fault:
                return refusal(str(fault), 400)
            except TileOutOfRange:
                return refusal(_("The map has no tile with these numbers."), 404)

        return view

    return decorate


def _answer(
    request: HttpRequest, kind: str, make: Callable[[AtlasQuery, str], dict[str, Any]]
) -> HttpResponseBase:
    number, day = edition()
    tag = f'W/"{number}"'
    if request.headers.get("If-None-Match") == tag:
        return _dressed(HttpResponse(status=304), tag)
    key = request.get_full_path()
    body = bodies.get(number, key)
    if body is None:
        query = question_of(request)
        if wait := gate.wait_for(address_of(request), now=timezone.now()):
            return too_many(wait)
        body = as_json(make(query, day)).encode()
        if len(body) < LONGEST_REMEMBERED:
            bodies.put(number, key, body)
    return _dressed(HttpResponse(body, content_type=kind), tag)


def _dressed(response: HttpResponseBase, tag: str) -> HttpResponseBase:
    response.headers["ETag"] = tag
    return open_to_all(response)


def question_of(request: HttpRequest) -> AtlasQuery:
    """What the address asks; a sentence instead when something in it cannot be."""
    raw = request.META.get("QUERY_STRING", "")
    if len(raw) > LONGEST_QUERY:
        raise Fault(_("This address is too long. Ask for less at once."))
    if any("\0" in value for values in request.GET.lists() for value in values[1]):
        raise Fault(_("This address holds a character that no text has."))
    if unknown := unknown_names(request.GET):
        raise Fault(
            _("Spaces cannot be asked for “%(name)s”, only for: %(known)s.")
            % {"name": unknown[0][:60], "known": ", ".join(facet.name for facet in facets())}
        )
    query = AtlasQuery.read(request.GET)
    if query.faults:
        raise Fault(" ".join(query.faults))
    return query


# ---- the answers ----


@answers()
def tile(query: AtlasQuery, day: str, z: int, x: int, y: int) -> dict[str, Any]:
    """One tile of the map: groups as cells, single spaces as spaces."""
    asked = Tile(query, z, x, y)
    groups = asked.groups()
    samples = samples_of(groups, query)
    known = {row.key: row for row in fetch(sorted({*samples.values()}))}
    cells, spaces = [], []
    for group in groups:
        row = known.get(samples.get(group.cell, 0))
        if group.count > 1:
            cells.append(in_cell(group, row))
        elif row:
            spaces.append(on_map(row, group.longitude, group.latitude))
    return {"cells": cells, "spaces": spaces, "exact": asked.is_exact, **about(day)}


@answers(GEOJSON)
def box(query: AtlasQuery, day: str) -> dict[str, Any]:
    """The best told spaces of a box, and how many there are."""
    atlas = Atlas(query)
    count = atlas.count()
    told = [feature(row) for row in fetch(atlas.keys(limit=query.limit))]
    numbers = {"count": count.number, "exact": count.is_exact}
    return {"type": "FeatureCollection", **numbers, **about(day), "features": told}


@answers()
def facet_counts(query: AtlasQuery, day: str) -> dict[str, Any]:
    """How many spaces there are by each value of each facet."""
    tally = Atlas(query).tally()
    counts = {
        facet.name: dict(
            sorted(tally.counts.get(facet.name, {}).items(), key=lambda pair: (-pair[1], pair[0]))
        )
        for facet in facets()
    }
    return {"count": tally.total, "exact": tally.is_exact, "facets": counts, **about(day)}


@require_safe
def whole_as_geojson(request: HttpRequest) -> HttpResponseBase:
    """Every space that fits, streamed."""
    return _whole(request, whole_collection, GEOJSON, "spaces.geojson")


@require_safe
def whole_as_csv(request: HttpRequest) -> HttpResponseBase:
    """Every space that fits, as a table for spreadsheets, streamed."""
    return _whole(request, whole_table, "text/csv; charset=utf-8", "spaces.csv")


def _whole(
    request: HttpRequest,
    tell: Callable[[Iterable[list[int]], str], Iterator[str]],
    kind: str,
    name: str,
) -> HttpResponseBase:
    try:
        query = question_of(request)
    except Fault as fault:
        return refusal(str(fault), 400)
    number, day = edition()
    tag = f'W/"{number}"'
    if request.headers.get("If-None-Match") == tag:
        return _dressed(HttpResponse(status=304), tag)
    if wait := gate.wait_for(address_of(request), now=timezone.now(), weight=WHOLE_WEIGHT):
        return too_many(wait)
    response = StreamingHttpResponse(tell(parts_of(query), day), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return _dressed(response, tag)
