"""What this room hears: statements about its spaces were recorded."""

from typing import Any

from django.dispatch import receiver

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.services import refresh_space
from creaspace.core.subjects import Subject
from creaspace.core.viewer import System
from creaspace.foundation.statements.signals import statements_recorded


@receiver(statements_recorded)
def keep_columns_fresh(*, subject: Subject, **_sent: Any) -> None:
    """Repeat the newly chosen values in the space's columns, at once."""
    if subject.label != Space._meta.label_lower:
        return
    space = Space.objects.filter(pk=subject.key).first()
    if space is not None:
        refresh_space(space=space, by=System("statements"))
