"""Who may do what with a space."""

from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import SavedSearch, Space, Stewardship
from creaspace.core.verdicts import YES, Verdict, no
from creaspace.core.viewer import Viewer
from creaspace.foundation.people.models import Person

MOST_SEARCHES = 50


def is_steward(viewer: Viewer, space: Space) -> bool:
    """Whether this person keeps the record of this space now."""
    if viewer.pk is None:
        return False
    return Stewardship.objects.active().filter(space=space, person_id=viewer.pk).exists()


def can_keep(viewer: Viewer, space: Space) -> Verdict:
    """Whether this person may change what the space says of itself, and read what is private."""
    if not viewer.is_authenticated:
        return no(_("Sign in first."))
    if not is_steward(viewer, space):
        return no(_("You are not a steward of this space."))
    return YES


def can_save_search(person: Person) -> Verdict:
    """Everybody who signed in, up to a number no one needs."""
    if SavedSearch.objects.filter(person=person).count() >= MOST_SEARCHES:
        return no(_("You have saved 50 searches. Delete one that you no longer need, then save."))
    return YES
