"""Country sets, and which cities and countries the atlas knows."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from creaspace.core.viewer import viewer_of
from creaspace.foundation.places.models import City, Country, CountrySet

SIDES = {"europe": _("European side"), "asia": _("Asian side"), "": _("Institutions")}
MEMBER_FIELDS = {
    "country": "country_id",
    "institution": "institution",
    "side": "side",
    "valid_from": "valid_from",
    "valid_to": "valid_to",
}


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    context = {
        "country_sets": CountrySet.objects.visible_to(viewer).with_sizes(),
        "country_count": Country.objects.visible_to(viewer).count(),
        "city_count": City.objects.visible_to(viewer).count(),
    }
    return render(request, "places/list.html", context)


@require_safe
def country_set(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(CountrySet.objects.visible_to(viewer_of(request)), slug=slug)
    members = sorted(found.members.all(), key=str)
    names = {**SIDES, **{each.side: each.side for each in members if each.side not in SIDES}}
    sides = [
        {"label": label, "members": [each for each in members if each.side == side]}
        for side, label in names.items()
    ]
    return render(request, "places/country_set.html", {"country_set": found, "sides": sides})


@require_safe
def country_set_json(request: HttpRequest, slug: str) -> JsonResponse:
    """Members by ISO code and side, with the date and the sources."""
    found = get_object_or_404(CountrySet.objects.visible_to(viewer_of(request)), slug=slug)
    members = [
        {key: value for key, name in MEMBER_FIELDS.items() if (value := getattr(each, name))}
        for each in found.members.all()
    ]
    about = {name: getattr(found, name) for name in ("slug", "name", "as_of", "note", "sources")}
    return JsonResponse(
        {**about, "members": members}, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
