"""What is found of outputs, those that were announced and never found included."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.search.handing import Rows, documents_of, keys_of, labels_of, told
from creaspace.foundation.search.registry import Document, Findable, Keys, register
from creaspace.knowledge.publications.models import Output
from creaspace.programme.programmes.models import Programme


def outputs(keys: Keys | None) -> Iterator[Document]:
    return documents_of(Output.objects.select_related("kind"), keys, _of_outputs)


def _of_outputs(batch: Sequence[Output], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    """One without a title is called what it is: a film, a report."""
    return {
        each.pk: {
            "names": told(each, rows, "title") or labels_of([each.kind]),
            "texts": [*told(each, rows, "description"), *labels_of([each.kind])],
        }
        for each in batch
    }


register(
    Findable(
        label=Output._meta.label_lower,
        title=_("Outputs"),
        order=90,
        icon="output",
        documents=outputs,
        follows={Programme._meta.label_lower: keys_of(Output.objects.all(), "programme_id")},
    )
)
