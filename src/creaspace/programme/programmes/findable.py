"""What is found of programmes and their sessions."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

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
from creaspace.programme.programmes.models import Objective, Programme, Session


def programmes(keys: Keys | None) -> Iterator[Document]:
    return documents_of(Programme.objects.all(), keys, _of_programmes)


def _of_programmes(batch: Sequence[Programme], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    objectives = Objective.objects.filter(programme__in=batch)
    aims = told_by_parts(objectives, "programme_id", "text")
    return {
        each.pk: {
            "names": [
                Name(each.name),
                *([Name(each.acronym)] if each.acronym else []),
                *(name for name in told(each, rows, "name") if name.text != each.name),
            ],
            "texts": [*told(each, rows, "summary", "scheme"), *aims.get(each.pk, [])],
        }
        for each in batch
    }


def sessions(keys: Keys | None) -> Iterator[Document]:
    rows = Session.objects.select_related("programme", "city")
    return documents_of(rows, keys, _of_sessions)


def _of_sessions(batch: Sequence[Session], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    return {
        each.pk: {
            "names": in_each_language(partial(str, each)),
            "texts": [*told(each, rows, "delegation", "note"), *places_of(each)],
        }
        for each in batch
    }


def places_of(session: Session) -> list[Name]:
    """Where a session takes place, in every language."""
    return place_names(
        country=session.country_id,
        city=session.city,
        city_name=session.city_name,
        language=session.source_language,
    )


PROGRAMME = Programme._meta.label_lower
register(
    Findable(
        label=PROGRAMME,
        title=_("Programmes"),
        order=20,
        icon="programme",
        documents=programmes,
        heeds={Objective._meta.label_lower: keys_from(Objective.objects.all(), "programme_id")},
    )
)
register(
    Findable(
        label=Session._meta.label_lower,
        title=_("Sessions"),
        order=25,
        icon="calendar",
        documents=sessions,
        follows={PROGRAMME: keys_of(Session.objects.all(), "programme_id")},
    )
)
