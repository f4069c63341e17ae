"""The facets this room knows of its own spaces."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.facet_registry import Facet, Reader, Values, register
from creaspace.atlas.spaces.former_uses import told_in
from creaspace.atlas.spaces.models import Space
from creaspace.foundation.statements.gist import Gist
from creaspace.foundation.statements.models import Source, Statement
from creaspace.foundation.vocabularies.labels import ConceptIndex
from creaspace.foundation.vocabularies.models import Concept

FLAG = ("1",)


def each(values_of: Callable[[Space, Gist], Sequence[str]]) -> Reader:
    """A reader of many spaces from one that reads a single space."""

    def read(spaces: Sequence[Space], gists: Mapping[int, Gist]) -> Values:
        return {space.pk: values_of(space, gists[space.pk]) for space in spaces}

    return read


@each
def countries(space: Space, _gist: Gist) -> Sequence[str]:
    return [space.country_id] if space.country_id else []


@each
def kinds(space: Space, _gist: Gist) -> Sequence[str]:
    return [space.kind.notation] if space.kind else []


@each
def activities(space: Space, _gist: Gist) -> Sequence[str]:
    """Each activity and what it is part of, so that arts finds the performing arts too."""
    steps = [concept.notation.split("/") for concept in space.doing]
    return ["/".join(one[:count]) for one in steps for count in range(1, len(one) + 1)]


def former_uses(spaces: Sequence[Space], gists: Mapping[int, Gist]) -> Values:
    texts = {space.pk: gists[space.pk].value("former_use") for space in spaces}
    if not any(texts.values()):
        return {}
    index = Concept.objects.index("former-use")
    coded = {text: _coded(text, index) for text in {str(text) for text in texts.values() if text}}
    return {key: coded[str(text)] for key, text in texts.items() if text}


def _coded(text: str, index: ConceptIndex) -> Sequence[str]:
    exact = index.find(text)
    return [exact.notation] if exact else told_in(text, index.concepts)


def formalities(spaces: Sequence[Space], gists: Mapping[int, Gist]) -> Values:
    told = {space.pk: gists[space.pk].value("formality") for space in spaces}
    if not any(told.values()):
        return {}
    index = Concept.objects.index("formality")
    meant = {text: index.find(text) for text in {str(text) for text in told.values() if text}}
    concepts = {key: meant[str(text)] for key, text in told.items() if text}
    return {key: [concept.notation] for key, concept in concepts.items() if concept}


@each
def exactness(space: Space, _gist: Gist) -> Sequence[str]:
    """How exactly the place is known, and whether the space moves."""
    return [mark for mark in (space.atlas_precision, "moves" * space.is_itinerant) if mark]


@each
def usable(space: Space, _gist: Gist) -> Sequence[str]:
    return FLAG if space.use_by_others else ()


@each
def disagreeing(_space: Space, gist: Gist) -> Sequence[str]:
    return FLAG if gist.disagrees else ()


@each
def checked(_space: Space, gist: Gist) -> Sequence[str]:
    """Whether the space itself told us something; a page of its own that we read does not do."""
    told = (
        said.source_kind == Source.Kind.SPACE and said.basis == Statement.Basis.STATED
        for said in gist.sayings
    )
    return FLAG if any(told) else ()


EXACTNESS = (*Space.Precision.choices, ("moves", _("Moves")))

register(Facet("country", _("Country or territory"), countries, order=20, part=0, is_country=True))
register(
    Facet(
        "kind",
        _("Kind of space"),
        kinds,
        order=30,
        part=0,
        scheme="place-types",
        is_fine=True,
        counts_blank=True,
    )
)
register(
    Facet(
        "activity",
        _("Creative activity"),
        activities,
        order=40,
        part=1,
        scheme="unctad-creative-industries",
    )
)
register(
    Facet(
        "former_use",
        _("Former use"),
        former_uses,
        order=50,
        part=1,
        scheme="former-use",
        counts_blank=True,
    )
)
register(
    Facet(
        "formality",
        _("Formality"),
        formalities,
        order=60,
        scheme="formality",
        counts_blank=True,
    )
)
register(
    Facet(
        "exactness",
        _("How exactly the place is known"),
        exactness,
        order=70,
        part=0,
        words=EXACTNESS,
        counts_blank=True,
    )
)
register(Facet("usable", _("Can be used by others"), usable, order=80, is_flag=True))
register(Facet("disagree", _("Sources disagree"), disagreeing, order=90, is_flag=True))
register(Facet("checked", _("Checked by the space"), checked, order=100, is_flag=True))
