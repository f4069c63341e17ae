"""Accounts to look round with, on one's own machine; their names say what they are."""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from creaspace.core.verdicts import Refused, ensure
from creaspace.core.viewer import System
from creaspace.foundation.people.models import Membership, Organisation, Person
from creaspace.foundation.people.rules import can_demonstrate
from creaspace.foundation.people.services.links import write_sign_in_link
from creaspace.foundation.people.services.organisations import keep_membership
from creaspace.foundation.records.services import keep

DEMONSTRATION = System("demonstration")


class DemonstrationAccounts(NamedTuple):
    visitor: Person
    steward: Person
    organiser: Person


@transaction.atomic
def keep_demonstration_accounts() -> DemonstrationAccounts:
    """The three accounts, made when they are not there; nobody can sign in to them by password."""
    roles = Person.DeclaredRole
    visitor = _keep("Demonstration visitor", roles.VISITOR)
    steward = _keep("Demonstration steward", roles.CULTURAL_ACTOR)
    organiser = _keep("Demonstration organiser", roles.ORGANISER)
    organisation = keep(
        Organisation,
        find={"slug": "demonstration-organisation"},
        by=DEMONSTRATION,
        name="Demonstration organisation",
        is_demonstration=True,
    )
    for person, role in (
        (organiser, Membership.Role.ORGANISER),
        (steward, Membership.Role.MEMBER),
    ):
        keep_membership(organisation=organisation, person=person, role=role, by=DEMONSTRATION)
    return DemonstrationAccounts(visitor, steward, organiser)


def _keep(name: str, role: str) -> Person:
    known: Person | None = Person.objects.filter(sign_in_name=name, is_demonstration=True).first()
    if known is not None:
        return known
    person = Person(sign_in_name=name, name_native=name, declared_role=role, is_demonstration=True)
    person.set_unusable_password()
    person.full_clean()
    person.save()
    return person


@transaction.atomic
def clear_demonstration_accounts() -> int:
    """Remove the accounts and their organisation; returns how many people."""
    Organisation.objects.filter(is_demonstration=True).delete()
    people = Person.objects.filter(is_demonstration=True)
    count: int = people.count()
    people.delete()
    return count


@transaction.atomic
def one_time_sign_in_link(*, person: Person, now: datetime) -> str:
    """The whole address that signs in to a demonstration account, once; earlier ones end."""
    ensure(can_demonstrate())
    if not person.is_demonstration:
        raise Refused("Only demonstration accounts are opened this way.")
    return write_sign_in_link(person=person, by=None, now=now).bare_url
