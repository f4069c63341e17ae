"""Organisers and the host act for others only with a second factor, where the host asks for it.

The rule looks at the account, the gate in front of a page at the sign-in: a key that was set up is
asked for in every session that acts. A passkey that signs in is both factors at once.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

from allauth.account import app_settings as account_settings
from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from creaspace.core.verdicts import YES, Verdict, no
from creaspace.foundation.people.models import Person

ONWARD = "second_factor_onward"  # in the session: where its owner was going
KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def is_asked_of(person: Any) -> bool:
    """Whether this host asks this person, who may act for others, for a second factor."""
    if not settings.CREASPACE_ORGANISERS_SECOND_FACTOR or not isinstance(person, Person):
        return False
    return person.is_staff or person.organises


def kinds_of(person: Any) -> set[str]:
    """What this person has set up: codes of an app, passkeys, both, or nothing."""
    keys = Authenticator.objects.filter(user_id=person.pk, type__in=KINDS)
    return set(keys.values_list("type", flat=True))


def was_used(request: HttpRequest) -> bool:
    """Whether whoever sent this has shown a second factor since they signed in."""
    return bool(_used_at(request))


def was_just_used(request: HttpRequest) -> bool:
    """Whether that is so short ago that asking again would prove nothing new."""
    since = time.time() - account_settings.REAUTHENTICATION_TIMEOUT
    return any(moment > since for moment in _used_at(request))


def _used_at(request: HttpRequest) -> list[float]:
    person: Any = request.user
    shown = get_authentication_records(request, person)
    return [each["at"] for each in shown if each.get("method") == "mfa"]


def can_act_for_others(person: Any) -> Verdict:
    """What services ask before an organiser's act, whichever way it came."""
    if not is_asked_of(person) or kinds_of(person):
        return YES
    return no(_("Organisers need a second factor here. Set up a passkey or an app with codes."))


def second_factor_first(view: View) -> View:
    """Lead an organiser to the page that asks for the second factor, and back afterwards."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_asked_of(request.user) or was_used(request):
            return view(request, *args, **kwargs)
        back = request.get_full_path() if request.method in {"GET", "HEAD"} else _desk()
        return redirect(f"{reverse('people:second_factor')}?{urlencode({'next': back})}")

    return cast(View, guarded)


def remember(request: HttpRequest, onward: str) -> None:
    """The pages that set a key up lead elsewhere; the last of them shows the way back."""
    if request.session.get(ONWARD) != onward:
        request.session[ONWARD] = onward


def _desk() -> str:
    return resolve_url(settings.LOGIN_REDIRECT_URL)
