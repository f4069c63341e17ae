"""The list of visits, one visit, and its file for calendars."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from creaspace.core.languages import reader_language
from creaspace.core.parameters import page_of
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_names, attach_texts
from creaspace.programme.programmes.models import Participation
from creaspace.programme.visits.calendar_file import calendar_file
from creaspace.programme.visits.entries import entries_of, sheet_of
from creaspace.programme.visits.itinerary import consulted, evidence_with_session, itinerary_of
from creaspace.programme.visits.models import Stop, Visit
from creaspace.programme.visits.rules import can_enter_calendar

VISITS_A_PAGE = 50


@require_safe
def visit_list(request: HttpRequest) -> HttpResponse:
    visits = Visit.objects.visible_to(viewer_of(request)).with_session().with_counts().in_time()
    page = page_of(visits, request.GET, size=VISITS_A_PAGE)
    attach_texts([*page, *(visit.session for visit in page)])
    attach_names(visit.session.host for visit in page if visit.session.host)
    return render(request, "visits/list.html", {"page": page})


@require_safe
def visit(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    shown = get_object_or_404(Visit.objects.visible_to(viewer).with_session(), slug=slug)
    session = shown.session
    stops = attach_texts(Stop.objects.visible_to(viewer).with_spaces().filter(visit=shown))
    attach_names(stop.space for stop in stops)
    days = attach_texts(shown.days.select_related("source"))
    guests = Participation.objects.visible_to(viewer).with_spaces().selected()
    attach_texts([shown, session, *session.schedule.in_order()])
    evidence = evidence_with_session(shown)
    context = {
        "visit": shown,
        "session": session,
        "evidence": evidence,
        "consulted": consulted(evidence),
        "itinerary": itinerary_of(shown, days=days, stops=stops, evidence=evidence),
        "guests": attach_texts(guests.filter(session=session)),
        "calendar_verdict": can_enter_calendar(session.schedule.current()),
    }
    return render(request, "visits/visit.html", context)


@require_safe
def calendar(request: HttpRequest, slug: str) -> HttpResponse:
    visits = Visit.objects.visible_to(viewer_of(request)).with_session()
    shown = get_object_or_404(visits.prefetch_related("days"), slug=slug)
    version = shown.session.schedule.current()
    verdict = can_enter_calendar(version)
    if version is None or not verdict:
        raise PermissionDenied(verdict.reason)
    sheet = sheet_of(shown, version, reader_language())
    entries = entries_of(shown, version, settings.CREASPACE_PUBLIC_URL)
    answer = HttpResponse(
        calendar_file(sheet, entries), content_type="text/calendar; charset=utf-8"
    )
    disposition = content_disposition_header(as_attachment=True, filename=f"{shown.slug}.ics")
    answer["Content-Disposition"] = disposition or "attachment"
    return answer
