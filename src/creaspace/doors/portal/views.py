"""Home, about, a person's desk, and what search engines ask for."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from creaspace import __version__
from creaspace.atlas.spaces.flooding import Gate
from creaspace.core.suggestions import answer, wait
from creaspace.core.viewer import viewer_of
from creaspace.doors.portal import front, sitemaps
from creaspace.doors.portal.desk import desk_of
from creaspace.doors.portal.searching import SearchPage, question_of, search_page, suggestions
from creaspace.foundation.moderation.addresses import address_of
from creaspace.foundation.people.requests import SignedInRequest

WEIGHT = 4  # a search counts as so many answers of the map
gate = Gate()
CLOSED = ("accounts", "desk", "inbox", "moderation")  # behind each language


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    page = front.front_page(viewer_of(request))
    if page is None:
        return render(request, "portal/home_empty.html", {"picture": front.bare_land()})
    return render(request, "portal/home.html", {"front": page})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    context = {
        "contact": settings.CREASPACE_CONTACT,
        "source_url": settings.CREASPACE_SOURCE_URL,
        "version": __version__,
    }
    return render(request, "portal/about.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search everything; a flood of questions is asked to wait."""
    words = question_of(request.GET)
    wait = gate.wait_for(address_of(request), now=timezone.now(), weight=WEIGHT) if words else 0
    if wait:
        context = {"search": SearchPage(words, wait_seconds=wait)}
        return render(request, "portal/search.html", context, status=429)
    context = {"search": search_page(request.GET, viewer_of(request))}
    return render(request, "portal/search.html", context)


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Names of all rooms that fit what somebody is typing: a part of a page."""
    words = question_of(request.GET)
    seconds = gate.wait_for(address_of(request), now=timezone.now()) if words else 0
    return wait(seconds) if seconds else answer(request, suggestions(words))


@login_required
@never_cache
@require_safe
def desk(request: SignedInRequest) -> HttpResponse:
    return render(request, "portal/desk.html", desk_of(request, request.user))


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser adds this site to its search field."""
    kind = "application/opensearchdescription+xml; charset=utf-8"
    context = {"site": settings.CREASPACE_SITE_NAME, "root": settings.CREASPACE_PUBLIC_URL}
    return render(request, "portal/opensearch.xml", context, content_type=kind)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    closed = ["/admin/"]
    closed += [f"/{code}/{path}/" for code, _name in settings.LANGUAGES for path in CLOSED]
    context = {"closed": closed}
    return render(request, "portal/robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """One readable file while the site is small, else a list of files."""
    with override(settings.LANGUAGE_CODE):
        sections = sitemaps.sections(request)
        if sum(sections.values()) > sitemaps.MOST:
            return _xml(request, "portal/sitemap_index.xml", {"names": sections})
        entries = [entry for name in sections for entry in sitemaps.entries_of(request, name) or []]
        return _xml(request, "portal/sitemap.xml", {"entries": entries})


@require_safe
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    with override(settings.LANGUAGE_CODE):
        entries = sitemaps.entries_of(request, section)
        if entries is None:
            raise Http404
        return _xml(request, "portal/sitemap.xml", {"entries": entries})


def _xml(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(request, template, context, content_type="application/xml; charset=utf-8")
