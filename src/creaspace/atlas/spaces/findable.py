"""What is found of spaces: names in every script, where they are, what anybody says of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.facet_registry import traits_of
from creaspace.atlas.spaces.finding.wording import tags_of_place
from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.traits import Trait
from creaspace.foundation.places.wordlist import place_names
from creaspace.foundation.search.handing import Rows, documents_of, labels_of, told
from creaspace.foundation.search.registry import Document, Findable, Keys, Name, register
from creaspace.foundation.statements.evidence import Evidence, evidence_of_all
from creaspace.foundation.statements.fields import field_of
from creaspace.foundation.statements.models import Statement
from creaspace.foundation.statements.words import translations_of, value_words

NAMES = ("name", "local_name", "full_name", "aliases")  # fields that are names, not texts
IN_COLUMNS = {"description", "city", "district", "region"}  # told by the columns and their texts
Translations = Mapping[str, Mapping[str, Any]]


def spaces(keys: Keys | None) -> Iterator[Document]:
    rows = Space.objects.select_related("kind", "city").prefetch_related("aliases", "activities")
    return documents_of(rows, keys, _of_spaces)


def _of_spaces(batch: Sequence[Space], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    evidence = evidence_of_all(batch)
    said = [row for each in evidence.values() for row in each.statements]
    translations = translations_of(said)
    traits = traits_of(batch, evidence)
    return {
        space.pk: {
            "names": _names(space, rows, evidence[space.pk]),
            "texts": _texts(space, rows, evidence[space.pk], translations),
            "score": space.score,
            "tags": _tags(space, traits[space.pk]),
            "changed_at": space.changed_at,
        }
        for space in batch
    }


def _names(space: Space, rows: Rows, evidence: Evidence) -> list[Name]:
    """The name in Latin letters first: it is in no language, only in its script."""
    own = [Name(space.local_name, space.local_language)] if space.local_name else []
    translated = [name for name in told(space, rows, "name") if name.text != space.name]
    aliases = [Name(alias.name, alias.language) for alias in space.aliases.all()]
    stated = [name for row in evidence.statements if row.field in NAMES for name in _said(row, {})]
    known = {name.text: name for name in reversed([*own, *translated, *aliases, *stated])}
    known.pop(space.name, None)
    return [Name(space.name), *reversed(known.values())]


def _texts(space: Space, rows: Rows, evidence: Evidence, translations: Translations) -> list[Name]:
    concepts = [*([space.kind] if space.kind else []), *space.activities.all()]
    said = [
        text
        for statement in evidence.statements
        if statement.field not in {*NAMES, *IN_COLUMNS}
        for text in _said(statement, translations)
    ]
    return list(
        dict.fromkeys(
            [
                *told(space, rows, "description"),
                *said,
                *told(space, rows, "district", "region"),
                *_place(space),
                *labels_of(concepts),
            ]
        )
    )


def _place(space: Space) -> list[Name]:
    return place_names(
        country=space.country_id,
        city=space.city,
        city_name=space.city_name,
        language=space.source_language,
    )


def _said(statement: Statement, translations: Translations) -> Iterator[Name]:
    """The words of a statement as they were written and as they were translated."""
    field = field_of(statement.subject_label, statement.field)
    for name, text in value_words(statement.value, field).items():
        yield Name(text, statement.wording_language)
        for tag, kept in translations.get(str(statement.pk), {}).items():
            if translated := kept["texts"].get(name):
                yield Name(translated, tag)


def _tags(space: Space, traits: Sequence[Trait]) -> list[str]:
    """Each value of each facet, and the cells of the map the space lies in."""
    return [*(f"{each.facet}:{each.value}" for each in traits), *tags_of_place(space.code)]


def _spoken_of(keys: Keys) -> Iterator[str]:
    """The spaces of which these statements say something: their words were translated."""
    said = Statement.objects.filter(pk__in=keys, subject_label=LABEL)
    return iter(set(said.values_list("subject_key", flat=True)))


LABEL = Space._meta.label_lower
register(
    Findable(
        label=LABEL,
        title=_("Spaces"),
        order=10,
        icon="space",
        documents=spaces,
        heeds={Statement._meta.label_lower: _spoken_of},
    )
)
