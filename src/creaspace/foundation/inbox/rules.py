"""Who may look at the outbox."""

from django.utils.translation import gettext_lazy as _

from creaspace.core.verdicts import YES, Verdict, no
from creaspace.core.viewer import Viewer
from creaspace.foundation.people.models import Person


def can_see_outbox(person: Viewer) -> Verdict:
    """Staff see every e-mail's fate, organisers that of e-mails to their members."""
    if isinstance(person, Person) and (person.is_staff or person.organises):
        return YES
    return no(_("Only organisers and the people who run this host see what became of e-mails."))
