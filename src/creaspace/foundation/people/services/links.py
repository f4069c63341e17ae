"""Making and using one-time links."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from creaspace.core.languages import reader_language
from creaspace.core.subjects import Subject
from creaspace.core.verdicts import Refused, ensure
from creaspace.core.viewer import System
from creaspace.foundation.people.models import Membership, OneTimeLink, Organisation, Person
from creaspace.foundation.people.models.links import VALID_FOR, hash_of
from creaspace.foundation.people.rules import can_invite, can_let_in
from creaspace.foundation.people.second_factor import can_act_for_others
from creaspace.foundation.people.services.accounts import note_email
from creaspace.foundation.people.services.organisations import keep_membership
from creaspace.foundation.people.signals import link_used
from creaspace.foundation.records.services import count_try, note_act

MOST_TRIES = 20
MOST_LINKS = 100


class LinkSpent(Exception):
    """The link opens nothing; `state` says why: unknown, used, withdrawn, expired."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


def _write(link: OneTimeLink) -> OneTimeLink:
    link.token_hash = hash_of(link.token)
    link.full_clean()
    link.save()
    return link


def make_invitation(
    *,
    by: Person,
    now: datetime,
    organisation: Organisation | None = None,
    membership_role: str = Membership.Role.MEMBER,
    declared_role: str = Person.DeclaredRole.CULTURAL_ACTOR,
    subject: Subject | None = None,
    note: str = "",
) -> OneTimeLink:
    """A link that lets one new member in, to be handed over in any chat or as a QR code."""
    ensure(can_invite(by, organisation, subject))
    if subject is None:  # a steward's invitation to a space is no organiser's act
        ensure(can_act_for_others(by))
    _count_making(by, now)
    with transaction.atomic():
        link = _write(
            OneTimeLink(
                purpose=OneTimeLink.Purpose.INVITE,
                organisation=organisation,
                membership_role=membership_role,
                declared_role=declared_role,
                subject_label=subject.label if subject else "",
                subject_key=subject.key if subject else "",
                note=note,
                made_by=by,
                made_at=now,
                expires_at=now + VALID_FOR,
            )
        )
        note_act(verb="make_invitation", about=link, by=by)
    return link


def make_sign_in_link(*, person: Person, by: Person, now: datetime) -> OneTimeLink:
    """A link that lets somebody back in; a new one ends those made for them before."""
    ensure(can_let_in(by, person))
    if by.pk != person.pk:
        ensure(can_act_for_others(by))
    _count_making(by, now)
    with transaction.atomic():
        link = write_sign_in_link(person=person, by=by, now=now)
        note_act(verb="make_sign_in_link", about=link, by=by, after={"person": person.pk})
    return link


def write_sign_in_link(*, person: Person, by: Person | None, now: datetime) -> OneTimeLink:
    """The row itself, for services that have checked a rule of their own."""
    earlier = OneTimeLink.objects.open_at(now).filter(person=person)
    earlier.filter(purpose=OneTimeLink.Purpose.SIGN_IN).update(withdrawn_at=now)
    return _write(
        OneTimeLink(
            purpose=OneTimeLink.Purpose.SIGN_IN,
            person=person,
            made_by=by,
            made_at=now,
            expires_at=now + VALID_FOR,
        )
    )


def _count_making(by: Person, now: datetime) -> None:
    count_try(
        key=f"make_link:{by.pk}",
        most=MOST_LINKS,
        within=timedelta(days=1),
        refusal=_("You made a hundred links today. Go on tomorrow."),
        now=now,
    )


@transaction.atomic
def withdraw_link(*, link: OneTimeLink, by: Person, now: datetime) -> None:
    """Make a link that was not used worthless."""
    if link.made_by_id != by.pk:
        raise Refused(_("Only whoever made a link may take it back."))
    if OneTimeLink.objects.open_at(now).filter(pk=link.pk).update(withdrawn_at=now):
        note_act(verb="withdraw_link", about=link, by=by)


def find_link(token: str) -> OneTimeLink | None:
    """The link a token belongs to, used or not."""
    links = OneTimeLink.objects.select_related("person", "organisation", "made_by")
    return links.filter(token_hash=hash_of(token)).first()


def count_use(*, address: str, now: datetime) -> None:
    """Count one press of a link's button from one address of the network."""
    count_try(
        key=f"use_link:{address}",
        most=MOST_TRIES,
        within=timedelta(hours=1),
        refusal=_("Too many links were tried from here within an hour. Try again later."),
        now=now,
    )


def use_sign_in_link(*, token: str, address: str, now: datetime) -> Person:
    """Spend a sign-in link; the person it was made for may be signed in now."""
    count_use(address=address, now=now)
    with transaction.atomic():
        link = _spend(token, now)
        person = link.person
        if person is None or not person.is_active:
            raise LinkSpent("withdrawn")
        _finish(link, person, now)
    return person


def join_by_link(
    *, token: str, address: str, now: datetime, sign_in_name: str, email: str = ""
) -> Person:
    """Spend an invitation: make the person it invites, and what it promises."""
    count_use(address=address, now=now)
    with transaction.atomic():
        link = _spend(token, now)
        person = Person(
            sign_in_name=sign_in_name,
            email=email,
            declared_role=link.declared_role,
            languages=[reader_language()],
            source_language=reader_language(),
            joined_at=now,
        )
        person.set_unusable_password()
        person.full_clean()
        person.save()
        note_email(person=person)
        note_act(verb="join", about=person, by=person)
        _finish(link, person, now)
    return person


def accept_by_link(*, token: str, person: Person, address: str, now: datetime) -> None:
    """Spend an invitation with an account one already has."""
    count_use(address=address, now=now)
    with transaction.atomic():
        _finish(_spend(token, now), person, now)


def _spend(token: str, now: datetime) -> OneTimeLink:
    """Mark the link as used, once: of two presses at the same moment one finds it spent."""
    link = find_link(token)
    if link is None:
        raise LinkSpent("unknown")
    if not OneTimeLink.objects.open_at(now).filter(pk=link.pk).update(used_at=now):
        raise LinkSpent(OneTimeLink.objects.get(pk=link.pk).state_at(now))
    return link


def _finish(link: OneTimeLink, person: Person, now: datetime) -> None:
    OneTimeLink.objects.filter(pk=link.pk).update(used_by=person)
    link.used_at, link.used_by = now, person
    if link.purpose == OneTimeLink.Purpose.INVITE and link.organisation is not None:
        _join_organisation(link, person)
    note_act(verb="use_link", about=link, by=person)
    link_used.send(sender=OneTimeLink, link=link, person=person)


def _join_organisation(link: OneTimeLink, person: Person) -> None:
    standing = Membership.objects.current().filter(
        organisation=link.organisation, person=person, role=Membership.Role.ORGANISER
    )
    if link.organisation is None or standing.exists():  # an invitation takes no right away
        return
    keep_membership(
        organisation=link.organisation,
        person=person,
        role=link.membership_role,
        by=link.made_by or System("one-time link"),
    )
