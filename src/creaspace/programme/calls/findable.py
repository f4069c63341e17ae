"""What is found of calls."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.search.handing import (
    Rows,
    documents_of,
    keys_from,
    keys_of,
    told,
    told_by_parts,
)
from creaspace.foundation.search.registry import Document, Findable, Keys, register
from creaspace.programme.calls.models import Call, Commitment, Criterion, Rule
from creaspace.programme.programmes.models import Programme


def calls(keys: Keys | None) -> Iterator[Document]:
    return documents_of(Call.objects.all(), keys, _of_calls)


def _of_calls(batch: Sequence[Call], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    parts = [
        told_by_parts(Criterion.objects.filter(call__in=batch), "call_id", "text"),
        told_by_parts(Commitment.objects.filter(call__in=batch), "call_id", "text"),
        told_by_parts(Rule.objects.filter(call__in=batch), "call_id", "words"),
    ]
    return {
        each.pk: {
            "names": told(each, rows, "name"),
            "texts": [
                *told(each, rows, "applicants", "result", "note", "funding", "issuer"),
                *(text for part in parts for text in part.get(each.pk, [])),
            ],
        }
        for each in batch
    }


register(
    Findable(
        label=Call._meta.label_lower,
        title=_("Calls"),
        order=50,
        icon="call",
        documents=calls,
        heeds={
            part._meta.label_lower: keys_from(part._default_manager.all(), "call_id")
            for part in (Criterion, Commitment, Rule)
        },
        follows={Programme._meta.label_lower: keys_of(Call.objects.all(), "programme_id")},
    )
)
