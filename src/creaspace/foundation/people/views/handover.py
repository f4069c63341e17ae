"""Using a one-time link: a page with one button, since chat apps fetch links ahead."""

from allauth.account.adapter import get_adapter
from allauth.account.utils import perform_login
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, gettext, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from creaspace.core.subjects import records_of
from creaspace.core.viewer import STRANGER
from creaspace.foundation.people import services
from creaspace.foundation.people.forms import JoinForm
from creaspace.foundation.people.models import OneTimeLink, Person
from creaspace.foundation.people.requests import SignedInRequest


@never_cache
@require_safe
def bare_handover(request: HttpRequest, token: str) -> HttpResponse:
    """Lead the bare address to the page in the reader's language; nothing is used by this."""
    with override(get_language_from_request(request)):
        response = redirect("people:handover", token=token)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return _private(response)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: HttpRequest, token: str) -> HttpResponse:
    """Show who hands over what, with one button; only pressing it uses the link."""
    link = services.find_link(token)
    state = link.state_at(timezone.now()) if link else "unknown"
    if link is None or state != "open":
        return _spent(request, state)
    form = JoinForm(request.POST or None) if _makes_a_person(request, link) else None
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            return _private(_use(request, link, form))
        except services.LinkSpent as spent:
            return _spent(request, spent.state)
    about = records_of([link.subject], STRANGER) if link.subject else {}
    context = {"link": link, "form": form, "about": next(iter(about.values()), None)}
    return _private(render(request, "people/handover.html", context))


def _makes_a_person(request: HttpRequest, link: OneTimeLink) -> bool:
    return link.purpose == OneTimeLink.Purpose.INVITE and not request.user.is_authenticated


def _use(request: HttpRequest, link: OneTimeLink, form: JoinForm | None) -> HttpResponse:
    now, address = timezone.now(), get_adapter(request).get_client_ip(request)
    token = link.token
    if form is not None:
        person = services.join_by_link(token=token, address=address, now=now, **form.cleaned_data)
    elif link.purpose == OneTimeLink.Purpose.INVITE and isinstance(request.user, Person):
        services.accept_by_link(token=token, person=request.user, address=address, now=now)
        messages.success(request, gettext("Accepted."))
        return redirect("people:me")
    else:
        person = services.use_sign_in_link(token=token, address=address, now=now)
        if request.user.is_authenticated and request.user.pk != person.pk:
            logout(request)
    signed_in: HttpResponse = perform_login(
        request, person, email_verification="none", redirect_url=reverse("people:welcome")
    )
    return signed_in


def _spent(request: HttpRequest, state: str) -> HttpResponse:
    """Why the link opens nothing, and what to do."""
    status = 404 if state == "unknown" else 410
    return _private(render(request, "people/handover_spent.html", {"state": state}, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    """The address is a secret: no page it leads to may learn it, no search engine may keep it."""
    response["Referrer-Policy"] = "same-origin"  # with none, browsers post from "null"
    response["X-Robots-Tag"] = "noindex"
    return response


@login_required
@never_cache
@require_safe
def welcome(request: SignedInRequest) -> HttpResponse:
    """After a link: choose how to sign in next time."""
    keys = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN)
    if request.user.has_usable_password() or request.user.is_demonstration:
        return redirect("portal:desk")
    return render(request, "people/welcome.html", {"has_passkey": keys.exists()})
