"""Who may see, invite, let in and change whom."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from creaspace.core.subjects import Subject
from creaspace.core.verdicts import YES, Verdict, no
from creaspace.core.viewer import Viewer
from creaspace.foundation.people.inviting import is_granted
from creaspace.foundation.people.models import Membership, Organisation, Person

LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}


def organises(person: Viewer, organisation: Organisation) -> bool:
    if not person.is_authenticated or person.pk is None:
        return False
    return Organisation.objects.organised_by(person.pk).filter(pk=organisation.pk).exists()


def can_invite(
    person: Person | Viewer,
    organisation: Organisation | None = None,
    subject: Subject | None = None,
) -> Verdict:
    """Organisers invite to their organisations; stewards to what their room lets them."""
    if not isinstance(person, Person) or not person.is_active:
        return no(_("Sign in to invite somebody."))
    if person.is_staff:
        return YES
    if organisation is not None:
        if organises(person, organisation):
            return YES
        return no(_("Only an organiser of this organisation may invite to it."))
    if is_granted(person, subject) or (subject is None and person.organises):
        return YES
    return no(_("Organisers of an organisation and stewards of a space may invite."))


def can_let_in(person: Person, other: Person) -> Verdict:
    """A way back in without e-mail: for oneself, or for a member of what one organises."""
    if not other.is_active:
        return no(_("This account is closed."))
    if person.pk == other.pk or (person.is_staff and not other.is_superuser):
        return YES
    # Whoever could be let in by an organiser could also be impersonated by one.
    if other.is_staff or other.organises:
        return no(_("Only the people who run this host may let an organiser back in."))
    shared = Membership.objects.current().filter(
        person=other, organisation__in=Organisation.objects.organised_by(person.pk)
    )
    if shared.exists():
        return YES
    return no(_("Only an organiser of an organisation they belong to may let somebody back in."))


def can_see_person(viewer: Viewer, person: Person) -> Verdict:
    """The same question as `visible_to`, for one person, with the reason."""
    if Person.objects.visible_to(viewer).filter(pk=person.pk).exists():
        return YES
    return no(_("This person has not agreed to stand in the directory."))


def can_manage_members(person: Viewer, organisation: Organisation) -> Verdict:
    if organises(person, organisation) or (isinstance(person, Person) and person.is_staff):
        return YES
    return no(_("Only an organiser of this organisation may see and change who belongs to it."))


def can_demonstrate() -> Verdict:
    """Demonstration accounts open without a secret, so they exist on one's own machine only."""
    if not settings.CREASPACE_DEMONSTRATION:
        return no(_("Demonstration accounts need CREASPACE_DEMONSTRATION=yes."))
    if urlsplit(settings.CREASPACE_PUBLIC_URL).hostname not in LOCAL_HOSTS:
        return no(_("Demonstration accounts exist on localhost only."))
    return YES
