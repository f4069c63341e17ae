"""Organisations, what is known of them, and who belongs to them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from creaspace.core.parameters import page_of, word
from creaspace.core.verdicts import ensure
from creaspace.core.viewer import viewer_of
from creaspace.foundation.languages.reading import attach_texts
from creaspace.foundation.people import services
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.people.requests import SignedInRequest
from creaspace.foundation.people.rules import can_manage_members
from creaspace.foundation.people.second_factor import second_factor_first
from creaspace.foundation.statements.evidence import evidence_of

ORGANISATIONS_A_PAGE = 60


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    visible = Organisation.objects.visible_to(viewer_of(request)).with_places()
    asked = word(request.GET, "q")
    if asked:
        visible = visible.matching(asked)
    page = page_of(visible, request.GET, size=ORGANISATIONS_A_PAGE)
    attach_texts(page.object_list)
    context = {"page": page, "asked": asked}
    return render(request, "people/organisations.html", context)


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = viewer_of(request)
    visible = Organisation.objects.visible_to(viewer).with_places()
    found = get_object_or_404(visible.prefetch_related("aliases"), slug=slug)
    context = {
        "organisation": found,
        "evidence": evidence_of(found),
        "may_manage": viewer.is_authenticated and bool(can_manage_members(viewer, found)),
    }
    return render(request, "people/organisation.html", context)


@login_required
@require_safe
def members(request: SignedInRequest, slug: str) -> HttpResponse:
    found = _managed(request, slug)
    standing = found.memberships.current().select_related("person")
    context = {"organisation": found, "memberships": standing}
    return render(request, "people/members.html", context)


@login_required
@second_factor_first
@require_POST
def membership_end(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = _managed(request, slug)
    membership = get_object_or_404(found.memberships.current(), pk=pk)
    services.end_membership(membership=membership, by=request.user, now=timezone.now())
    messages.success(request, _("They no longer belong to this organisation."))
    return redirect("people:members", slug=slug)


@login_required
@second_factor_first
@require_POST
def member_link(request: SignedInRequest, slug: str, pk: int) -> HttpResponse:
    found = _managed(request, slug)
    membership = get_object_or_404(found.memberships.current().select_related("person"), pk=pk)
    link = services.make_sign_in_link(person=membership.person, by=request.user, now=timezone.now())
    return redirect(link)


def _managed(request: SignedInRequest, slug: str) -> Organisation:
    found = get_object_or_404(Organisation.objects.visible_to(request.user), slug=slug)
    ensure(can_manage_members(request.user, found))
    return found
