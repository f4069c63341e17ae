"""What this room adds to a person's desk: first steps, and what they agreed to."""

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from creaspace.core.panels import panel
from creaspace.foundation.people.models import Person
from creaspace.foundation.people.rules import can_invite
from creaspace.foundation.people.wordings import PURPOSES


@dataclass(frozen=True)
class Step:
    """One thing worth doing on the first day."""

    label: str | Promise
    why: str | Promise
    url: str
    done: bool


def _steps(person: Person) -> list[Step]:
    keys = Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN)
    about_me = reverse("people:me")
    return [
        Step(
            _("Write your name as you write it"),
            _("In your script, and in Latin letters for others."),
            f"{about_me}#name",
            bool(person.name_native or person.name_latin),
        ),
        Step(
            _("Say which languages you read"),
            _("Others then know in which language to write to you."),
            f"{about_me}#name",
            bool(person.languages),
        ),
        Step(
            _("Choose how you come back"),
            _("A password or a passkey; a one-time link works only once."),
            f"{about_me}#keys",
            person.has_usable_password() or keys.exists(),
        ),
    ]


@panel("portal.desk", order=10, template="people/panels/first_steps.html")
def first_steps(request: HttpRequest, person: Any) -> dict[str, Any] | None:
    """Until all of them are done; demonstration accounts have no first day."""
    if not isinstance(person, Person) or person != request.user or person.is_demonstration:
        return None
    steps = _steps(person)
    return None if all(step.done for step in steps) else {"steps": steps}


@panel("portal.desk", order=90, template="people/panels/account.html")
def account(request: HttpRequest, person: Any) -> dict[str, Any] | None:
    if not isinstance(person, Person) or person != request.user:
        return None
    standing = set(person.consents.standing().values_list("purpose", flat=True))
    return {
        "consents": [(purpose.title, purpose.name in standing) for purpose in PURPOSES],
        "may_invite": bool(can_invite(person)),
    }
