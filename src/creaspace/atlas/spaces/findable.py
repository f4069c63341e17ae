"""What is found of spaces: names in every script, where they are, what anybody says of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.facet_registry import traits_of
from creaspace.atlas.spaces.finding.wording import tags_of_place
from creaspace.atlas.spaces.gathering import gather
from creaspace.atlas.spaces.models import Space, SpaceAlias
from creaspace.atlas.spaces.traits import Trait
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.places.wordlist import place_names
from creaspace.foundation.search.handing import Rows, documents_of, labels_of, told
from creaspace.foundation.search.registry import Document, Findable, Keys, Name, register
from creaspace.foundation.statements.fields import field_of
from creaspace.foundation.statements.gist import Gist, Saying, gist_of_all, translations_of_all
from creaspace.foundation.statements.models import Statement
from creaspace.foundation.statements.words import value_words
from creaspace.foundation.vocabularies.models import Concept

NAMES = ("name", "local_name", "full_name", "aliases")  # fields that are names, not texts
IN_COLUMNS = ("description", "city", "district", "region")  # told by the columns and their texts
TOLD_ELSEWHERE = frozenset({*NAMES, *IN_COLUMNS})
LABEL = Space._meta.label_lower
Translations = Mapping[str, Sequence[Texts]]
Where = tuple[str | None, int | None, str, str]  # country, city, the city as written, language


@dataclass(frozen=True)
class Around:
    """What the spaces of a batch share, put into words once: places, concepts, translations."""

    places: Mapping[Where, Sequence[Name]]
    labels: Mapping[int, Sequence[Name]]
    translations: Translations


def spaces(keys: Keys | None) -> Iterator[Document]:
    return documents_of(Space.objects.all(), keys, _of_spaces)


def _of_spaces(batch: Sequence[Space], rows: Rows) -> Mapping[int, Mapping[str, Any]]:
    gather(batch)
    gists = gist_of_all(batch)
    traits = traits_of(batch, gists)
    aliases = _aliases(batch)
    around = _around(batch, gists)
    return {
        space.pk: {
            "names": _names(space, rows, gists[space.pk], aliases.get(space.pk, [])),
            "texts": _texts(space, rows, gists[space.pk], around),
            "score": space.score,
            "tags": _tags(space, traits[space.pk]),
            "changed_at": space.changed_at,
        }
        for space in batch
    }


def _around(batch: Sequence[Space], gists: Mapping[int, Gist]) -> Around:
    concepts = {concept.pk: concept for space in batch for concept in _concepts(space)}
    return Around(
        places={where: _place(space) for where, space in {_where(s): s for s in batch}.items()},
        labels={key: labels_of([concept]) for key, concept in concepts.items()},
        translations=translations_of_all(gists.values()),
    )


def _aliases(batch: Sequence[Space]) -> dict[int, list[Name]]:
    found: dict[int, list[Name]] = {}
    rows = SpaceAlias.objects.filter(space__in=[space.pk for space in batch])
    for space, name, language in rows.values_list("space_id", "name", "language"):
        found.setdefault(space, []).append(Name(name, language))
    return found


def _names(space: Space, rows: Rows, gist: Gist, aliases: Sequence[Name]) -> list[Name]:
    """The name in Latin letters first: it is in no language, only in its script."""
    own = [Name(space.local_name, space.local_language)] if space.local_name else []
    translated = [name for name in told(space, rows, "name") if name.text != space.name]
    stated = [name for said in gist.sayings if said.field in NAMES for name in _said(said, {})]
    known = {name.text: name for name in reversed([*own, *translated, *aliases, *stated])}
    known.pop(space.name, None)
    return [Name(space.name), *reversed(known.values())]


def _texts(space: Space, rows: Rows, gist: Gist, around: Around) -> list[Name]:
    said = [
        text
        for saying in gist.sayings
        if saying.field not in TOLD_ELSEWHERE
        for text in _said(saying, around.translations)
    ]
    labels = [name for concept in _concepts(space) for name in around.labels[concept.pk]]
    return list(
        dict.fromkeys(
            [
                *told(space, rows, "description"),
                *said,
                *told(space, rows, "district", "region"),
                *around.places[_where(space)],
                *labels,
            ]
        )
    )


def _concepts(space: Space) -> list[Concept]:
    return [*([space.kind] if space.kind else []), *space.doing]


def _where(space: Space) -> Where:
    return space.country_id, space.city_id, space.city_name, space.source_language


def _place(space: Space) -> list[Name]:
    return place_names(
        country=space.country_id,
        city=space.city,
        city_name=space.city_name,
        language=space.source_language,
    )


def _said(saying: Saying, translations: Translations) -> Iterator[Name]:
    """The words of a statement as they were written and as they were translated."""
    for name, text in value_words(saying.value, field_of(LABEL, saying.field)).items():
        yield Name(text, saying.wording_language)
        for row in translations.get(str(saying.pk), ()):
            if translated := row.text(name):
                yield Name(translated, row.language)


def _tags(space: Space, traits: Sequence[Trait]) -> list[str]:
    """Each value of each facet, and the cells of the map the space lies in."""
    return [*(f"{each.facet}:{each.value}" for each in traits), *tags_of_place(space.code)]


def _spoken_of(keys: Keys) -> Iterator[str]:
    """The spaces of which these statements say something: their words were translated."""
    said = Statement.objects.filter(pk__in=keys, subject_label=LABEL)
    return iter(set(said.values_list("subject_key", flat=True)))


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
