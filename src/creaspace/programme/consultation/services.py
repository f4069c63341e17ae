"""Keeping the questions of a programme and what illustrates them."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.rows import keep_rows, write_originals
from creaspace.foundation.records.services import give_short_link, keep
from creaspace.foundation.vocabularies.models import Concept
from creaspace.programme.consultation.models import Illustration, Question
from creaspace.programme.programmes.models import Programme

TEXTS = ["label", "pole_one", "pole_other", "note", "basis"]


@transaction.atomic
def keep_question(
    *, slug: str, programme: Programme, concept: Concept, label: str, by: Viewer, **values: Any
) -> Question:
    """Bring a question to these values."""
    values |= {"programme": programme, "concept": concept, "label": label}
    question = keep(Question, find={"slug": slug}, by=by, **values)
    write_originals(about=question, names=TEXTS, by=by)
    give_short_link(about=question, wished=slug)
    return question


@transaction.atomic
def set_illustrations(
    *, question: Question, illustrations: Sequence[dict[str, Any]], by: Viewer
) -> list[Illustration]:
    """Bring the spaces to exactly these: `space`, `relation`, and `about` for a pole, in order."""
    rows = [
        {"position": place, "about": "", **row} for place, row in enumerate(illustrations, start=1)
    ]
    key = ["space", "relation", "about"]
    return keep_rows(Illustration, of={"question": question}, key=key, rows=rows, by=by)
