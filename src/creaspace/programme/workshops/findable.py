"""What is found of workshops: their themes, who spoke about what, what they concluded."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import STRANGER
from creaspace.foundation.places.wordlist import place_names
from creaspace.foundation.search.handing import (
    Rows,
    documents_of,
    in_each_language,
    keys_from,
    keys_of,
    told,
    told_by_parts,
)
from creaspace.foundation.search.registry import Document, Findable, Keys, Name, register
from creaspace.programme.programmes.findable import places_of
from creaspace.programme.programmes.models import Programme, Session
from creaspace.programme.workshops.models import Conclusion, Talk, Workshop


def workshops(keys: Keys | None) -> Iterator[Document]:
    rows = Workshop.objects.select_related("city", "session__city")
    return documents_of(rows, keys, _of_workshops)


def _of_workshops(batch: Sequence[Workshop], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    talks = Talk.objects.visible_to(STRANGER).filter(workshop__in=batch)
    parts = [
        told_by_parts(talks, "workshop_id", "topic", "speaker_role"),
        told_by_parts(Conclusion.objects.filter(workshop__in=batch), "workshop_id", "text"),
    ]
    return {
        each.pk: {
            "names": [*in_each_language(partial(str, each)), *told(each, rows, "title")],
            "texts": [
                *told(each, rows, "participants", "kinds_as_text", "note"),
                *(text for part in parts for text in part.get(each.pk, [])),
                *_places(each),
            ],
        }
        for each in batch
    }


def _places(workshop: Workshop) -> list[Name]:
    """Its own city, or that of its session; the country is the session's either way."""
    if not (workshop.city or workshop.city_name):
        return places_of(workshop.session)
    return place_names(
        country=workshop.session.country_id,
        city=workshop.city,
        city_name=workshop.city_name,
        language=workshop.source_language,
    )


ALL = Workshop.objects.all()
register(
    Findable(
        label=Workshop._meta.label_lower,
        title=_("Workshops"),
        order=70,
        icon="workshop",
        documents=workshops,
        heeds={
            Talk._meta.label_lower: keys_from(Talk.objects.all(), "workshop_id"),
            Conclusion._meta.label_lower: keys_from(Conclusion.objects.all(), "workshop_id"),
        },
        follows={
            Programme._meta.label_lower: keys_of(ALL, "session__programme_id"),
            Session._meta.label_lower: keys_of(ALL, "session_id"),
            Space._meta.label_lower: keys_of(ALL, "talks__space_id"),
        },
    )
)
