"""What a question page tells: where a question comes from, and its examples by pole."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from creaspace.core.languages import reader_language
from creaspace.foundation.languages.reading import Words
from creaspace.programme.consultation.models import Illustration, Question

ORIGINS = {
    "call": gettext_lazy("asked in the call"),
    "about page": gettext_lazy("from the programme's own page about itself"),
    "space profiles": gettext_lazy("drawn from what spaces wrote of themselves"),
    "context": gettext_lazy("drawn from the later history of the places"),
}
# What the compiler wrote beside a counter-example, as words for people.
READINGS = {
    "efficiency": gettext_lazy("efficiency"),
    "fairness": gettext_lazy("fairness"),
    "public": gettext_lazy("public money"),
    "private": gettext_lazy("private money"),
    "efficiency_in_europe": gettext_lazy("efficiency, in Europe"),
    "fairness_in_asia": gettext_lazy("fairness, in Asia"),
}


def origin_in_words(origin: str) -> str:
    """Where a question comes from; an unknown origin as it was written."""
    return str(ORIGINS.get(origin, origin))


def reading_in_words(about: str) -> str:
    """A pole or reading for people; an unknown one as it was written."""
    return str(READINGS.get(about, about.replace("_", " ")))


@dataclass(frozen=True)
class Examples:
    """Spaces shown together: for the whole question, for a pole, or against the poles."""

    title: str
    illustrations: list[Illustration]
    is_coded: bool
    relation: str


def examples_of(question: Question, shown: Sequence[Illustration]) -> list[Examples]:
    """The illustrations by what they are examples of, in the order they were entered."""
    groups: dict[tuple[str, str], list[Illustration]] = {}
    for each in shown:
        groups.setdefault((each.relation, each.about), []).append(each)
    return [
        Examples(_title(relation, about), rows, rows[0].is_coded, relation)
        for (relation, about), rows in groups.items()
    ]


def _title(relation: str, about: str) -> str:
    if relation == Illustration.Relation.ORGANISERS_EXAMPLE:
        return _("The organisers' example of %(pole)s") % {"pole": reading_in_words(about)}
    if relation == Illustration.Relation.COUNTER_EXAMPLE:
        return _("Counter-examples: %(reading)s") % {"reading": reading_in_words(about)}
    return _("Spaces that illustrate it")


def pole_in_words(question: Question, name: str) -> Words:
    """A pole in the reader's language where it is a known word; else as written."""
    text = str(getattr(question, name))
    if text in READINGS:
        return Words(reading_in_words(text), reader_language(), "reviewed")
    return Words(text, question.source_language, "original")
