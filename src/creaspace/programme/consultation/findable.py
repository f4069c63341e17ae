"""What is found of the key questions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from creaspace.foundation.search.handing import Rows, documents_of, keys_of, labels_of, told
from creaspace.foundation.search.registry import Document, Findable, Keys, register
from creaspace.programme.consultation.models import Question
from creaspace.programme.programmes.models import Programme


def questions(keys: Keys | None) -> Iterator[Document]:
    return documents_of(Question.objects.select_related("concept"), keys, _of_questions)


def _of_questions(batch: Sequence[Question], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    return {
        each.pk: {
            "names": list(dict.fromkeys([*labels_of([each.concept]), *told(each, rows, "label")])),
            "texts": told(each, rows, "note", "pole_one", "pole_other", "basis"),
        }
        for each in batch
    }


register(
    Findable(
        label=Question._meta.label_lower,
        title=_("Questions"),
        order=80,
        icon="question",
        documents=questions,
        follows={Programme._meta.label_lower: keys_of(Question.objects.all(), "programme_id")},
    )
)
