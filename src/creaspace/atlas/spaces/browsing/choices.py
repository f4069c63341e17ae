"""What a reader may narrow the atlas down to: the values of every facet with their counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from creaspace.atlas.spaces.asking import AtlasQuery
from creaspace.atlas.spaces.facet_registry import Facet, facets
from creaspace.atlas.spaces.finding.tallying import Tally
from creaspace.atlas.spaces.traits import NOT_STATED, Trait

AT_ONCE = 7  # values of a facet that stand open, chosen ones besides
AT_MOST = 60
Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Choice:
    """One value, how many spaces have it, and its share of all that are found, in per cent."""

    facet: str
    value: str
    label: str
    count: int
    share: int
    is_chosen: bool

    @property
    def is_not_stated(self) -> bool:
        return self.value == NOT_STATED


@dataclass(frozen=True)
class Choices:
    """A facet with its values: `first` stand open, `rest` behind a click."""

    name: str
    label: str | Promise
    first: list[Choice]
    rest: list[Choice]


def values_offered(tally: Tally, query: AtlasQuery) -> dict[str, list[str]]:
    """The values to show of each facet: most spaces first, not stated last, chosen ones always."""
    return {facet.name: _offered(facet, tally, query) for facet in facets()}


def _offered(facet: Facet, tally: Tally, query: AtlasQuery) -> list[str]:
    counts = tally.counts.get(facet.name, {})
    chosen = query.chosen.get(facet.name, ())
    if facet.is_flag:
        return ["1"]
    ordered = sorted(counts, key=lambda value: (value == NOT_STATED, -counts[value], value))
    kept = ordered[:AT_MOST]
    return [*kept, *(value for value in chosen if value not in kept)]


def labels_of(values: Mapping[str, Iterable[str]]) -> Labels:
    """The words of these values in the reader's language, by facet."""
    found: dict[str, dict[str, str]] = {}
    for facet in facets():
        if facet.is_flag:
            found[facet.name] = {"1": str(facet.label)}
            continue
        wanted = dict.fromkeys(values.get(facet.name, ()))
        asked = [value for value in wanted if value != NOT_STATED]
        words = facet.labels(asked) if asked else {}
        found[facet.name] = {**words, NOT_STATED: _("Not stated")}
    return found


def label_of(trait: Trait, labels: Labels) -> str:
    return labels.get(trait.facet, {}).get(trait.value, trait.value)


@dataclass(frozen=True)
class Offer:
    """All choices of the page: flags by themselves, then a group for each other facet."""

    flags: list[Choice]
    groups: list[Choices]


def offer_of(
    query: AtlasQuery, tally: Tally, values: Mapping[str, list[str]], labels: Labels
) -> Offer:
    flags, groups = [], []
    for facet in facets():
        choices = [_choice(facet, value, query, tally, labels) for value in values[facet.name]]
        if facet.is_flag:
            flags += choices
        elif choices:
            first = [each for at, each in enumerate(choices) if at < AT_ONCE or each.is_chosen]
            rest = [each for each in choices if each not in first]
            groups.append(Choices(facet.name, facet.label, first, rest))
    return Offer(flags, groups)


def _choice(facet: Facet, value: str, query: AtlasQuery, tally: Tally, labels: Labels) -> Choice:
    count = tally.counts.get(facet.name, {}).get(value, 0)
    return Choice(
        facet=facet.name,
        value=value,
        label=capfirst(label_of(Trait(facet.name, value), labels)),
        count=count,
        share=min(100, round(100 * count / tally.total)) if tally.total else 0,
        is_chosen=value in query.chosen.get(facet.name, ()),
    )
