"""Country sets, and which cities and countries the atlas knows."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from creaspace.core.viewer import viewer_of
from creaspace.foundation.places.models import City, Country, CountrySet, CountrySetMember


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    context = {
        "country_sets": CountrySet.objects.visible_to(viewer).with_sizes(),
        "country_count": Country.objects.visible_to(viewer).count(),
        "city_count": City.objects.visible_to(viewer).count(),
    }
    return render(request, "places/places.html", context)


@require_safe
def country_set(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(CountrySet.objects.visible_to(viewer_of(request)), slug=slug)
    members = list(found.members.all())
    context = {
        "country_set": found,
        "sides": [
            {"label": _("European side"), "members": _of(members, "europe")},
            {"label": _("Asian side"), "members": _of(members, "asia")},
            {"label": _("Institutions"), "members": _of(members, "")},
        ],
    }
    return render(request, "places/country_set.html", context)


@require_safe
def country_set_json(request: HttpRequest, slug: str) -> JsonResponse:
    """Members by ISO code and side, with the date and the sources."""
    found = get_object_or_404(CountrySet.objects.visible_to(viewer_of(request)), slug=slug)
    members = [
        {"country": each.country_id, "institution": each.institution, "side": each.side}
        for each in found.members.all()
    ]
    about = {name: getattr(found, name) for name in ("slug", "name", "as_of", "note", "sources")}
    return JsonResponse({**about, "members": members})


def _of(members: list[CountrySetMember], side: str) -> list[CountrySetMember]:
    return sorted((each for each in members if each.side == side), key=str)
