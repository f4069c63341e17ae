"""Who may add, change and take away files. Who stands in which relation to a record is known by the
room of that record: it passes its own verdict as `relation`."""

from django.utils.translation import gettext_lazy as _

from creaspace.core.verdicts import YES, Verdict, no
from creaspace.core.viewer import Viewer
from creaspace.foundation.files.models import File

MOST_FILES = 24


def can_add_file(viewer: Viewer, *, relation: Verdict, present: int = 0) -> Verdict:
    """Whoever the record's own room lets in, while the record has room for another picture."""
    if not viewer.is_authenticated:
        return no(_("Sign in to add a picture."))
    if not relation:
        return relation
    if present >= MOST_FILES:
        return no(_("This record has as many pictures as it can show. Remove one first."))
    return YES


def can_change_file(viewer: Viewer, file: File, *, relation: Verdict) -> Verdict:
    """Whoever added it, and whoever the record's own room lets in."""
    if not viewer.is_authenticated:
        return no(_("Sign in to change a picture."))
    if viewer.pk is not None and file.by_id == viewer.pk:
        return YES
    return relation
