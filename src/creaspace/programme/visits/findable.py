"""What is found of visits: where they went, and what was looked at there."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import STRANGER
from creaspace.foundation.search.handing import (
    Rows,
    documents_of,
    in_each_language,
    keys_from,
    keys_of,
    told,
    told_by_parts,
)
from creaspace.foundation.search.registry import Document, Findable, Keys, register
from creaspace.programme.programmes.findable import places_of
from creaspace.programme.programmes.models import Programme, Session
from creaspace.programme.visits.models import Stop, Visit


def visits(keys: Keys | None) -> Iterator[Document]:
    return documents_of(Visit.objects.select_related("session__city"), keys, _of_visits)


def _of_visits(batch: Sequence[Visit], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    stops = Stop.objects.visible_to(STRANGER).filter(visit__in=batch)
    looked_at = told_by_parts(stops, "visit_id", "focus")
    return {
        each.pk: {
            "names": in_each_language(partial(str, each)),
            "texts": [
                *told(each, rows, "note"),
                *looked_at.get(each.pk, []),
                *places_of(each.session),
            ],
        }
        for each in batch
    }


ALL = Visit.objects.all()
register(
    Findable(
        label=Visit._meta.label_lower,
        title=_("Visits"),
        order=60,
        icon="visit",
        documents=visits,
        heeds={Stop._meta.label_lower: keys_from(Stop.objects.all(), "visit_id")},
        follows={
            Programme._meta.label_lower: keys_of(ALL, "session__programme_id"),
            Session._meta.label_lower: keys_of(ALL, "session_id"),
            Space._meta.label_lower: keys_of(ALL, "stops__space_id"),
        },
    )
)
