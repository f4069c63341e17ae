"""Keeping workshops, their talks and their conclusions."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.rows import keep_rows, write_originals
from creaspace.foundation.records.services import give_short_link, keep
from creaspace.programme.programmes.models import Session
from creaspace.programme.workshops.models import Conclusion, Talk, Workshop

Rows = Sequence[dict[str, Any]]
TEXTS = ["title", "participants", "kinds_as_text", "note"]


@transaction.atomic
def keep_workshop(*, slug: str, session: Session, by: Viewer, **values: Any) -> Workshop:
    """Bring a workshop of a session to these values.

    `held_on`, `venue` (a space), `city` or `city_name`, `title`, `participants`,
    `participant_kinds` (a list), `note`.
    """
    workshop = keep(Workshop, find={"slug": slug}, by=by, session=session, **values)
    write_originals(about=workshop, names=TEXTS, by=by)
    give_short_link(about=workshop, wished=f"workshop-{slug}")
    return workshop


@transaction.atomic
def set_talks(*, workshop: Workshop, talks: Rows, by: Viewer) -> list[Talk]:
    """Bring the talks to exactly these, in the order of the record.

    Each says `kind` (a concept of session-kinds), `position` where the order of the day is known,
    and as known `space`, `topic`, `speaker_role`, `slides_offered`, or `is_derived` with `basis`.
    """
    rows = [{"number": place, "position": None, **row} for place, row in enumerate(talks, start=1)]
    of, texts = {"workshop": workshop}, ["topic", "speaker_role", "basis"]
    return keep_rows(Talk, of=of, key=["number"], rows=rows, by=by, texts=texts)


@transaction.atomic
def set_conclusions(*, workshop: Workshop, conclusions: Rows, by: Viewer) -> list[Conclusion]:
    """Bring the conclusions to exactly these: `text`, in order."""
    rows = [{"position": place, **row} for place, row in enumerate(conclusions, start=1)]
    of = {"workshop": workshop}
    return keep_rows(Conclusion, of=of, key=["position"], rows=rows, by=by, texts=["text"])
