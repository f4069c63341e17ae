"""Who may ask, who may decide, and what may still be decided."""

from typing import Any

from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from creaspace.core.subjects import Subject
from creaspace.core.verdicts import YES, Verdict, no
from creaspace.core.viewer import Viewer
from creaspace.foundation.moderation import remedies
from creaspace.foundation.moderation.models import Decision, Request
from creaspace.foundation.moderation.relations import relations_to
from creaspace.foundation.people.models import Organisation

ORGANISATION = "people.organisation"
NOTHING = Q(pk__in=[])


def moderated(person: Any, label: str, keys: set[str]) -> dict[str, str]:
    """Of these records those this person decides on, each with the role that lets them."""
    if not (person.is_authenticated and person.is_active):
        return {}
    roles = {
        key: relation.role
        for relation in relations_to(label)
        for key in relation.related(person, keys)
    }
    roles |= dict.fromkeys(_organised(person, label, keys), Decision.Role.ORGANISER)
    if person.is_staff:
        roles = dict.fromkeys(keys, Decision.Role.HOST) | roles
    return {key: str(roles[key]) for key in keys if key in roles}


def _organised(person: Any, label: str, keys: set[str]) -> set[str]:
    """Of organisations one's own; all other records organisers keep together."""
    if label == ORGANISATION:
        led = Organisation.objects.organised_by(person.pk).filter(pk__in=keys)
        return {str(key) for key in led.values_list("pk", flat=True)}
    return keys if person.organises else set()


def decided_by(viewer: Viewer, label: str) -> Q:
    """The same question as `moderated`, for querysets: what organisers and the host decide on.

    Rooms use it in `visible_to` for what is hidden; relations of their own they know themselves.
    """
    if viewer.pk is None:
        return NOTHING
    if getattr(viewer, "is_staff", False):
        return ~NOTHING
    led = Organisation.objects.organised_by(viewer.pk)
    return Q(pk__in=led.values("pk")) if label == ORGANISATION else Q(Exists(led))


def role_of(person: Any, subject: Subject) -> str:
    """The role in which this person decides on this record; empty when they do not."""
    return moderated(person, subject.label, {subject.key}).get(subject.key, "")


def can_moderate(person: Any, subject: Subject) -> Verdict:
    if not person.is_authenticated:
        return no(_("Sign in to decide on requests."))
    if not role_of(person, subject):
        return no(_("Only organisers and those who look after this record decide on requests."))
    return YES


def can_decide(person: Any, request: Request) -> Verdict:
    verdict = can_moderate(person, request.subject)
    if not verdict:
        return verdict
    if request.by_id is not None and request.by_id == person.pk:
        return no(_("You asked this yourself; somebody else decides."))
    if not request.is_open:
        return no(_("This request is closed already."))
    return YES


def can_accept(request: Request) -> Verdict:
    """Hiding and removing are done by the record's room; without it a yes would be empty."""
    if request.kind not in remedies.BY_THE_ROOM:
        return YES
    if remedies.remedy_for(request.subject_label, request.kind) is None:
        return no(
            _("Records of this kind cannot be hidden or removed here. Ask whoever runs the site.")
        )
    return YES


def can_undo(person: Any, request: Request) -> Verdict:
    """Any decision can be taken back, but for a removal that was done."""
    verdict = can_moderate(person, request.subject)
    if not verdict:
        return verdict
    if request.state == Request.State.OPEN:
        return no(_("Nothing has been decided yet."))
    if request.state == Request.State.WITHDRAWN:
        return no(_("Whoever asked has withdrawn the request."))
    if request.kind == Request.Kind.REMOVE and request.state == Request.State.ACCEPTED:
        return no(_("What was removed cannot be brought back."))
    return YES


def can_withdraw(request: Request) -> Verdict:
    """Whoever holds the code asked; an open request can be withdrawn, a closed one stands."""
    return YES if request.is_open else no(_("This request is closed already."))
