"""Changing, downloading and erasing what is kept about a person."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _

from creaspace.core.subjects import subject_of
from creaspace.core.verdicts import Refused
from creaspace.core.viewer import System
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.people.models import Membership, Person
from creaspace.foundation.people.signals import person_erased
from creaspace.foundation.records.models import Act, Run, ShortLink, Version
from creaspace.foundation.records.services import count_try, note_act
from creaspace.foundation.statements.models import Batch, Statement

PROFILE = (
    "name_native",
    "name_latin",
    "name_order",
    "name_script",
    "languages",
    "declared_role",
    "time_zone",
)
MOST_SIGN_UPS = 20


@transaction.atomic
def change_profile(*, person: Person, by: Person, **values: Any) -> Person:
    """Change what a person says of themselves; nothing is noted when nothing changed."""
    if by.pk != person.pk:
        raise Refused(_("Everybody writes their own name."))
    before = {name: getattr(person, name) for name in PROFILE if name in values}
    changed = {name: values[name] for name in before if values[name] != before[name]}
    if not changed:
        return person
    for name, value in changed.items():
        setattr(person, name, value)
    person.full_clean()
    person.save()
    note_act(
        verb="change_profile",
        about=person,
        by=by,
        before={name: before[name] for name in changed},
        after=changed,
    )
    return person


def count_sign_up(*, address: str, now: datetime) -> None:
    """Count one new account from one address of the network."""
    count_try(
        key=f"sign_up:{address}",
        most=MOST_SIGN_UPS,
        within=timedelta(hours=1),
        refusal=_("Too many accounts were made from here within an hour. Try again later."),
        now=now,
    )


def note_email(*, person: Person) -> None:
    """Let allauth know the address a new person gave, not yet confirmed."""
    if person.email:
        EmailAddress.objects.get_or_create(
            user=person, email=person.email, defaults={"primary": True, "verified": False}
        )


@transaction.atomic
def take_address(*, person: Person, email: str) -> None:
    """Whoever is about to confirm an address gets it from those who only wrote it down."""
    others = EmailAddress.objects.filter(email=email).exclude(user=person)
    if others.filter(verified=True).exists():
        return
    others.delete()
    for other in Person.objects.filter(email=email).exclude(pk=person.pk):
        other.email = ""
        other.save(update_fields=["email"])
        note_act(verb="lose_address", about=other, by=System("confirmation of an address"))


@transaction.atomic
def erase_person(*, person: Person, by: Person) -> None:
    """Take a person out of everything: what they did stays, without saying who did it."""
    if by.pk != person.pk and not by.is_superuser:
        raise Refused(_("Everybody decides this for themselves."))
    key, email = person.pk, person.email
    blank_traces(person)
    person_erased.send(sender=Person, person_id=key, email=email)
    LogEntry.objects.filter(user_id=key).delete()
    at_the_host = ContentType.objects.get_for_model(Person)
    LogEntry.objects.filter(content_type=at_the_host, object_id=str(key)).delete()
    subject = subject_of(person)
    person.delete()
    note_act(verb="erase_person", about=Person(pk=key), by=System("erasure"))
    Act.objects.filter(subject_label=subject.label, subject_key=subject.key).update(
        subject_title="", before={}, after={}
    )


def blank_traces(person: Person) -> None:
    """Blank the name and number of a person wherever rooms below keep them."""
    blank: Mapping[str, Any] = {"by_id": None, "by_label": ""}
    for model in (Act, Run, Statement, Batch, Texts):
        model._default_manager.filter(by_id=person.pk).update(**blank)
    for about in (Version, ShortLink):
        about.objects.about(person).delete()
    # Acts about memberships carry the person's name in their title and in what changed.
    label = Membership._meta.label_lower
    keys = [str(key) for key in person.memberships.values_list("pk", flat=True)]
    Act.objects.filter(subject_label=label, subject_key__in=keys).update(
        subject_title="", before={}, after={}
    )
