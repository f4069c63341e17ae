"""A person's own pages: what others see of them, consents, data, erasure."""

from urllib.parse import urlencode

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from creaspace.foundation.people import second_factor, services
from creaspace.foundation.people.forms import ConsentsForm, EraseForm, ProfileForm
from creaspace.foundation.people.models import Person
from creaspace.foundation.people.requests import SignedInRequest
from creaspace.foundation.people.rules import can_invite


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def me(request: SignedInRequest) -> HttpResponse:
    person = request.user
    # The form writes into its instance while it checks, so it gets a copy of its own.
    copy = Person.objects.get(pk=person.pk)
    form = ProfileForm(request.POST or None, instance=copy)
    if form.is_valid():
        services.change_profile(person=person, by=person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("people:me")
    keys = Authenticator.objects.filter(user=person)
    context = {
        "form": form,
        "person": person,
        "passkeys": keys.filter(type=Authenticator.Type.WEBAUTHN).count(),
        "has_app": keys.filter(type=Authenticator.Type.TOTP).exists(),
        "addresses": EmailAddress.objects.filter(user=person),
        "memberships": person.memberships.current().select_related("organisation"),
        "may_invite": can_invite(person),
    }
    return render(request, "people/me.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def consents(request: SignedInRequest) -> HttpResponse:
    person = request.user
    given = person.consents.all()
    standing = {consent.purpose: True for consent in given if consent.withdrawn_at is None}
    form = ConsentsForm(request.POST if request.method == "POST" else None, initial=standing)
    if form.is_valid():
        services.set_consents(person=person, purposes=form.agreed(), by=person, now=timezone.now())
        messages.success(request, _("Saved. You can change this at any time."))
        return redirect("people:consents")
    return render(request, "people/consents.html", {"form": form, "given": given})


@login_required
@never_cache
@require_safe
def second_factor_page(request: SignedInRequest) -> HttpResponse:
    """Why organisers need a second factor, and how to set it up or show it."""
    wished = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wished, allowed_hosts=None)
    onward = wished if safe else resolve_url(settings.LOGIN_REDIRECT_URL)
    second_factor.remember(request, onward)
    context = {
        "kinds": second_factor.kinds_of(request.user),
        "was_used": second_factor.was_used(request),
        "next": onward,
        "back": urlencode({"next": onward}),
    }
    return render(request, "people/second_factor.html", context)


@login_required
@never_cache
@require_safe
def data_download(request: SignedInRequest) -> HttpResponse:
    """Everything kept about whoever asks, as one file."""
    response = JsonResponse(
        services.own_data(request.user), json_dumps_params={"ensure_ascii": False, "indent": 1}
    )
    response["Content-Disposition"] = 'attachment; filename="creaspace-my-data.json"'
    return response


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def erase(request: SignedInRequest) -> HttpResponse:
    form = EraseForm(request.POST or None)
    if form.is_valid():
        person = Person.objects.get(pk=request.user.pk)
        logout(request)
        services.erase_person(person=person, by=person)
        messages.success(request, _("Your account is erased."))
        return redirect("people:directory")
    alone = [
        membership.organisation
        for membership in request.user.memberships.current().select_related("organisation")
        if membership.is_organiser
        and not membership.organisation.has_other_organiser(request.user.pk)
    ]
    return render(request, "people/erase.html", {"form": form, "alone": alone})
