"""What this room hears: something was done to a record, a minute passed, tables were emptied."""

from collections.abc import Sequence
from typing import Any

from django.db import connections
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from creaspace.core.subjects import Subject
from creaspace.foundation.records.signals import acts_noted, ticked
from creaspace.foundation.search import services
from creaspace.foundation.search.models import Entry
from creaspace.foundation.search.registry import concerned


@receiver(acts_noted)
def index_what_changed(*, subjects: Sequence[Subject], **_sent: Any) -> None:
    """Every change by a service leaves an act, so that no room has to think of the index."""
    services.index_all_soon(subjects=list(concerned(subjects)))


@receiver(ticked)
def index_left_overs(**_sent: Any) -> None:
    """What a process that died left waiting."""
    services.settle()


@receiver(post_migrate)
def forget_what_was_flushed(*, app_config: Any, using: str, **_sent: Any) -> None:
    """Django empties the tables of models only; the full-text tables are none."""
    known = connections[using].introspection.table_names() if app_config.label == "search" else []
    if Entry._meta.db_table in known:
        services.wipe_if_empty()
