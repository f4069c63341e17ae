"""What this room hears: statements about its spaces were recorded."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from creaspace.atlas.spaces.models import SavedSearch, Space, Stewardship
from creaspace.atlas.spaces.search_services import look_again
from creaspace.atlas.spaces.services import (
    appoint_steward,
    hide_space,
    refresh_space,
    remove_space,
    show_space_again,
)
from creaspace.atlas.spaces.work import place_waiting
from creaspace.core.subjects import Subject
from creaspace.core.viewer import System
from creaspace.foundation.moderation import relations, remedies
from creaspace.foundation.people.inviting import lets_invite
from creaspace.foundation.people.models import OneTimeLink, Person
from creaspace.foundation.people.own_data import tells_own_data
from creaspace.foundation.people.signals import link_used
from creaspace.foundation.records.signals import ticked
from creaspace.foundation.statements.signals import statements_recorded


@receiver(statements_recorded)
def keep_columns_fresh(*, subject: Subject, **_sent: Any) -> None:
    """Repeat the newly chosen values in the space's columns, at once."""
    if subject.label != Space._meta.label_lower:
        return
    space = Space.objects.filter(pk=subject.key).first()
    if space is not None:
        refresh_space(space=space, by=System("statements"))


@receiver(ticked)
def place_what_waits(**_sent: Any) -> None:
    """Put into the atlas what an accident left waiting, and what a migration put there."""
    place_waiting()


@receiver(ticked)
def tell_of_new_spaces(*, now: datetime, **_sent: Any) -> None:
    """Tell those who saved a search what is new in it, in the rhythm they chose."""
    look_again(now=now)


@tells_own_data("saved searches")
def own_searches(person: Person) -> list[dict[str, Any]]:
    own = SavedSearch.objects.visible_to(person)
    return [dict(row) for row in own.values("name", "filters", "rhythm", "made_at", "told_at")]


@receiver(link_used)
def welcome_colleague(*, link: OneTimeLink, person: Person, **_sent: Any) -> None:
    """Whoever came in by a steward's link keeps the record too."""
    space = Space.objects.filter(pk=link.subject_key).first() if _is_of_a_space(link) else None
    if space is not None:
        appoint_steward(space=space, person=person, by=link.made_by or System("invitation"))


def _is_of_a_space(link: OneTimeLink) -> bool:
    return link.subject_label == Space._meta.label_lower


@lets_invite
def stewards(person: Person, subject: Subject | None) -> bool:
    """Stewards invite colleagues to the spaces they keep."""
    if subject is None or subject.label != Space._meta.label_lower:
        return False
    return bool(stewarded(person, {subject.key}))


def stewarded(person: Person, keys: set[str]) -> set[str]:
    """Which of these spaces this person keeps the records of."""
    own = Stewardship.objects.active().filter(person=person, space_id__in=keys)
    return {str(key) for key in own.values_list("space_id", flat=True)}


def hide(*, key: str, by: Any, reason: str) -> None:
    hide_space(space=Space.objects.get(pk=key), because=reason, by=by)


def unhide(*, key: str, by: Any, reason: str) -> None:
    show_space_again(space=Space.objects.get(pk=key), by=by)


def remove(*, key: str, by: Any, reason: str) -> None:
    """Take a space off every page for good: hidden, its contact data blanked, never deleted."""
    remove_space(space=Space.objects.get(pk=key), because=reason, by=by)


relations.register(Space._meta.label_lower, stewarded, role="steward")
for _kind, _remedy in (("hide", hide), ("unhide", unhide), ("remove", remove)):
    remedies.register(Space._meta.label_lower, _kind, _remedy)
