"""When allauth changes something of an account, the record of acts says so."""

from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as keys
from django.dispatch import receiver
from django.http import HttpRequest

from creaspace.foundation.people.models import Person
from creaspace.foundation.records.services import note_act


@receiver(account.user_signed_up)
def note_sign_up(user: Person, **_more: Any) -> None:
    note_act(verb="sign_up", about=user, by=user)


@receiver(account.password_set)
@receiver(account.password_changed)
@receiver(account.password_reset)
def note_password(user: Person, **_more: Any) -> None:
    note_act(verb="change_password", about=user, by=user)


@receiver(keys.authenticator_added)
def note_key_added(request: HttpRequest, user: Person, authenticator: Any, **_more: Any) -> None:
    """Whoever adds a key has just shown it: it counts for this sign-in too."""
    note_act(verb="add_key", about=user, by=user, after={"type": str(authenticator.type)})
    record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


@receiver(keys.authenticator_removed)
def note_key_removed(user: Person, authenticator: Any, **_more: Any) -> None:
    note_act(verb="remove_key", about=user, by=user, before={"type": str(authenticator.type)})
