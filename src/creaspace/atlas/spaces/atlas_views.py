"""The atlas: list, choices and map side by side, all of it in the address."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.browsing import open_page
from creaspace.atlas.spaces.browsing.addresses import question_text
from creaspace.atlas.spaces.browsing.cities import city_meant
from creaspace.atlas.spaces.models import SavedSearch
from creaspace.core.parameters import word
from creaspace.core.viewer import viewer_of
from creaspace.foundation.places.models import City

NEAR_KM = "25"


@require_safe
def atlas(request: HttpRequest) -> HttpResponse:
    """The page; for htmx only the part of it that a question changes."""
    place = word(request.GET, "place")
    city = city_meant(place) if place else None
    query = AtlasQuery.read(_near(city, request.GET) if city else request.GET)
    is_part = "HX-Request" in request.headers
    if city and not is_part:
        return redirect(_address(question_text(query)))
    if place and city is None:
        query = replace(query, faults=(*query.faults, _no_city(place)))
    page = open_page(query)
    saved = SavedSearch.objects.visible_to(viewer_of(request)).filter(filters=page.filters)
    spaces = [row.space for row in page.rows]
    context = {
        "atlas": page,
        "spaces": spaces,
        "place": "" if city else place,
        "saved": saved.first(),
    }
    template = "spaces/atlas.html#found" if is_part else "spaces/atlas.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    if is_part:
        response.headers["HX-Push-Url"] = _address(page.question)
    return response


def _near(city: City, asked: QueryDict) -> QueryDict:
    """The question around a city named in any script, nearest first."""
    query = asked.copy()
    query["near"] = f"{city.latitude:.6f},{city.longitude:.6f}"
    query["within"] = word(asked, "within") or NEAR_KM
    query["sort"] = "distance"
    query.pop("page", None)
    return query


def _no_city(place: str) -> str:
    said = _("“%(place)s” is no city we know. Try another spelling, or a larger city near by.")
    return said % {"place": place[:60]}


def _address(question: str) -> str:
    there = reverse("spaces:list")
    return f"{there}?{question}" if question else there
