"""How many sources stand behind each of many records, and when they were read: one query."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from creaspace.foundation.statements.models import Mention, Statement

COLUMNS = ("subject_key", "source_id", "source__address", "source__read_on")


@dataclass
class Support:
    """Sources of one record: `read_on` are the days on which its public pages were read."""

    sources: int = 0
    read_on: set[date] = field(default_factory=set)


def support_of_all(label: str, keys: Iterable[int | str]) -> dict[str, Support]:
    """The same sources as the page of a record lists: consulted for it, or saying something."""
    wanted = [str(key) for key in keys]
    found = {key: Support() for key in wanted}
    said = Statement.objects.about_all(label, wanted).current().public()
    named = Mention.objects.filter(subject_label=label, subject_key__in=wanted)
    rows = said.order_by().values_list(*COLUMNS).union(named.order_by().values_list(*COLUMNS))
    for key, _source, address, read_on in rows:
        support = found[key]
        support.sources += 1
        if address and read_on:
            support.read_on.add(read_on)
    return found
