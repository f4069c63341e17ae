"""Giving and withdrawing consents."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from creaspace.core.languages import reader_language
from creaspace.core.verdicts import Refused
from creaspace.core.viewer import Viewer
from creaspace.foundation.people.models import Consent, Person
from creaspace.foundation.people.wordings import PURPOSES, purpose_named
from creaspace.foundation.records.services import note_act


@transaction.atomic
def give_consent(*, person: Person, purpose: str, by: Viewer, now: datetime) -> Consent:
    """Keep the yes with the words as they were read; nothing changes when it stands already."""
    asked = purpose_named(purpose)
    if asked is None:
        raise Refused(_("“%(purpose)s” is nothing one can agree to.") % {"purpose": purpose})
    standing = Consent.objects.standing().filter(person=person, purpose=purpose).first()
    if standing is not None:
        return standing
    consent = Consent(
        person=person,
        purpose=purpose,
        wording_version=asked.version,
        wording=str(asked.words),
        language=reader_language(),
        given_at=now,
    )
    consent.full_clean()
    consent.save()
    note_act(verb="give_consent", about=person, by=by, after={"purpose": purpose})
    return consent


@transaction.atomic
def withdraw_consent(*, person: Person, purpose: str, by: Viewer, now: datetime) -> None:
    """Date the end of a consent; the row stays as proof of what was agreed before."""
    standing = Consent.objects.standing().filter(person=person, purpose=purpose)
    if standing.update(withdrawn_at=now):
        note_act(verb="withdraw_consent", about=person, by=by, before={"purpose": purpose})


@transaction.atomic
def set_consents(*, person: Person, purposes: Collection[str], by: Viewer, now: datetime) -> None:
    """Let exactly these purposes stand."""
    for purpose in PURPOSES:
        if purpose.name in purposes:
            give_consent(person=person, purpose=purpose.name, by=by, now=now)
        else:
            withdraw_consent(person=person, purpose=purpose.name, by=by, now=now)
