"""The list of programmes, the page of each, and the pages of their sessions."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from creaspace.core.parameters import page_of
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_names, attach_texts
from creaspace.foundation.statements.evidence import evidence_of
from creaspace.programme.programmes.models import (
    Involvement,
    Participation,
    Programme,
    Session,
)
from creaspace.programme.programmes.story import backers, by_role, steps

PROGRAMMES_A_PAGE = 30


@require_safe
def programme_list(request: HttpRequest) -> HttpResponse:
    involved = Involvement.objects.select_related("organisation", "kind")
    programmes = Programme.objects.visible_to(viewer_of(request)).newest_first().with_counts()
    programmes = programmes.prefetch_related(Prefetch("involvements", involved))
    page = page_of(programmes, request.GET, size=PROGRAMMES_A_PAGE)
    attach_texts(page)
    attach_texts(each.organisation for row in page for each in row.involvements.all())
    rows = [(programme, backers(programme.involvements.all())[0]) for programme in page]
    return render(request, "programmes/programme_list.html", {"page": page, "rows": rows})


@require_safe
def programme_detail(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    programme = get_object_or_404(Programme.objects.visible_to(viewer), slug=slug)
    involvements = list(programme.involvements.select_related("organisation__city", "kind"))
    attach_texts([*involvements, *(each.organisation for each in involvements)])
    named, others = backers(involvements)
    taking_part = Participation.objects.visible_to(viewer).filter(programme=programme)
    spaces = taking_part.part_of_programme().distinct_spaces()
    programme.evidence = evidence_of(programme)
    context = {
        "programme": programme,
        "evidence": programme.evidence,
        "backers": named,
        "others": others,
        "objectives": attach_texts(programme.objectives.all()),
        "space_count": len(spaces),
        "country_count": len({country for country in spaces.values() if country}),
    }
    return render(request, "programmes/programme_detail.html", context)


@require_safe
def session_detail(request: HttpRequest, programme: str, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    sessions = Session.objects.visible_to(viewer).with_everything()
    session = get_object_or_404(sessions, slug=slug, programme__slug=programme)
    visible = Participation.objects.visible_to(viewer).filter(session=session)
    taking_part = list(visible.with_spaces())
    attach_names(each.space for each in taking_part)
    told = steps(session)
    attach_texts([session, *(step.version for step in told)])
    context = {
        "session": session,
        "programme": session.programme,
        "evidence": evidence_of(session),
        "steps": told,
        "roles": by_role(taking_part),
    }
    return render(request, "programmes/session_detail.html", context)
