"""One-time links to look round with, where a demonstration is served to this machine alone."""

from django.conf import settings
from django.utils import timezone

from creaspace.doors.portal.serving import Address
from creaspace.foundation.people.models import Person
from creaspace.foundation.people.rules import can_demonstrate
from creaspace.foundation.people.services import (
    keep_demonstration_accounts,
    one_time_sign_in_link,
)


def sign_in_lines(address: Address) -> list[str]:
    """What `run` prints for visitor, steward and organiser; nothing without a demonstration."""
    if not (address.is_local and can_demonstrate() and is_demonstrated()):
        return []
    accounts = keep_demonstration_accounts()
    lines = ["", "Look round as a demonstration account; each link works once:"]
    for role, person in accounts._asdict().items():
        link = one_time_sign_in_link(person=person, now=timezone.now())
        there = address.url + link.removeprefix(settings.CREASPACE_PUBLIC_URL)
        lines.append(f"  {role:<10} {there}")
    return lines


def is_demonstrated() -> bool:
    """Whether the demonstration network was loaded: it brings its accounts along."""
    return bool(Person.objects.filter(is_demonstration=True).exists())
