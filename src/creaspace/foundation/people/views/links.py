"""Making one-time links, showing them to their maker, taking them back."""

import io

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from creaspace.core.parameters import page_of
from creaspace.foundation.people import services
from creaspace.foundation.people.forms import InvitationForm
from creaspace.foundation.people.models import OneTimeLink
from creaspace.foundation.people.requests import SignedInRequest
from creaspace.foundation.people.rules import can_invite
from creaspace.foundation.people.second_factor import second_factor_first

LINKS_A_PAGE = 50


@login_required
@second_factor_first
@never_cache
@require_http_methods(["GET", "POST"])
def links(request: SignedInRequest) -> HttpResponse:
    """Invitations: a form for a new one, and those made so far."""
    now = timezone.now()
    verdict = can_invite(request.user)
    form = InvitationForm(request.POST or None, person=request.user)
    if form.is_valid():
        link = services.make_invitation(by=request.user, now=now, **form.cleaned_data)
        return redirect(link)
    made = OneTimeLink.objects.visible_to(request.user)
    page = page_of(
        made.select_related("person", "organisation", "used_by"), request.GET, size=LINKS_A_PAGE
    )
    rows = [(link, link.state_at(now)) for link in page]
    context = {"form": form, "verdict": verdict, "page": page, "rows": rows}
    return render(request, "people/links.html", context)


@login_required
@never_cache
@require_safe
def link_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    link = get_object_or_404(OneTimeLink.objects.visible_to(request.user), pk=pk)
    context = {"link": link, "state": link.state_at(timezone.now())}
    return render(request, "people/link.html", context)


@login_required
@never_cache
@require_safe
def link_qr(request: SignedInRequest, pk: int) -> HttpResponse:
    """The address as a QR code, for whoever made the link and while it opens something."""
    now = timezone.now()
    link = get_object_or_404(OneTimeLink.objects.visible_to(request.user), pk=pk)
    if link.state_at(now) != "open":
        raise Http404
    picture = io.BytesIO()
    segno.make(link.bare_url, error="m", micro=False).save(
        picture, kind="svg", scale=8, border=4, dark="#000000", light="#ffffff", xmldecl=False
    )
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


@login_required
@require_POST
def link_withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    link = get_object_or_404(OneTimeLink.objects.visible_to(request.user), pk=pk)
    services.withdraw_link(link=link, by=request.user, now=timezone.now())
    messages.success(request, _("The link opens nothing any more."))
    return redirect("people:links")


@login_required
@require_POST
def own_device(request: SignedInRequest) -> HttpResponse:
    """A link for oneself, to sign in on another device."""
    try:
        link = services.make_sign_in_link(person=request.user, by=request.user, now=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("people:me")
    return redirect(link)
