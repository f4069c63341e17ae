"""Conditions in words: each known kind of rule becomes a sentence in the reader's language.

A rule of a kind nobody has worded yet shows the words of its source, so that nothing is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from creaspace.foundation.places.models import CountrySet
from creaspace.foundation.vocabularies.labels import ConceptIndex
from creaspace.foundation.vocabularies.models import Concept, Scheme
from creaspace.programme.calls.models import Rule

Words = str | SafeString


@dataclass(frozen=True)
class References:
    """What rules point at, fetched ahead: country sets and schemes by name, and the scales."""

    sets: Mapping[str, CountrySet]
    schemes: Mapping[str, Scheme]
    scales: ConceptIndex


@dataclass(frozen=True)
class RuleInWords:
    """A condition as a sentence, and the source's own words where it gave some."""

    rule: Rule
    sentence: Words

    @property
    def is_only_words(self) -> bool:
        return not self.sentence


def references_of(rules: list[Rule]) -> References:
    """Everything the rules of a call point at, in a fixed number of queries."""
    names = {str(rule.parameters.get("set", "")) for rule in rules}
    return References(
        sets={each.slug: each for each in CountrySet.objects.filter(slug__in=names)},
        schemes={each.slug: each for each in Scheme.objects.current().filter(slug__in=names)},
        scales=Concept.objects.index("scale"),
    )


def in_words(rules: list[Rule]) -> list[RuleInWords]:
    """Every rule of a call as a sentence, in order."""
    references = references_of(rules) if rules else References({}, {}, ConceptIndex([]))
    return [RuleInWords(rule, sentence_of(rule, references)) for rule in rules]


def sentence_of(rule: Rule, references: References) -> Words:
    """The sentence of a known kind; empty for an unknown one."""
    wording = WORDINGS.get(rule.kind)
    return wording(rule, references) if wording else ""


def _space_in_country_set(rule: Rule, references: References) -> Words:
    name, side = str(rule.parameters.get("set", "")), str(rule.parameters.get("side", ""))
    found = references.sets.get(name)
    if found is None:
        return _("The space lies in one of the countries of the set “%(name)s”.") % {"name": name}
    count = found.member_count(side)
    sentence = ngettext(
        "The space lies in the one country named by {set}.",
        "The space lies in one of {count} countries: {set}.",
        count,
    )
    label = _set_label(found, side)
    link = format_html('<a href="{}">{}</a>', found.get_absolute_url(), label)
    return format_html(sentence, count=count, set=link)


def _set_label(found: CountrySet, side: str) -> str:
    words = {"asia": _("%(set)s, Asian side"), "europe": _("%(set)s, European side")}
    return words.get(side, "%(set)s") % {"set": found}


def _physical_space(_rule: Rule, _references: References) -> Words:
    return _("The space is a place one can enter, not a virtual one.")


def _creative_activity(rule: Rule, references: References) -> Words:
    scheme = references.schemes.get(str(rule.parameters.get("set", "")))
    if scheme is None:
        return _("It holds or helps to start creative activities or enterprises.")
    return format_html(
        _("It holds or helps to start creative activities or enterprises, as listed in {scheme}."),
        scheme=format_html('<a href="{}">{}</a>', scheme.get_absolute_url(), scheme.title_words()),
    )


def _scale(rule: Rule, references: References) -> Words:
    """The sizes from `scales`, else those named in the source's words (`small or medium`)."""
    asked = rule.parameters.get("scales") or rule.words.replace(",", " or ").split(" or ")
    found = [references.scales.find(str(each)) for each in asked]
    sizes = [each for each in found if each is not None]
    if not sizes or len(sizes) != len(found):
        return ""
    listed = _(" or ").join(str(each).lower() for each in sizes)
    return _("Its size: %(sizes)s.") % {"sizes": listed}


def _further_conditions_not_read(_rule: Rule, _references: References) -> Words:
    return _("There is at least one more condition, which could not be read.")


Wording = Callable[[Rule, References], Words]
WORDINGS: dict[str, Wording] = {
    "space_in_country_set": _space_in_country_set,
    "physical_space": _physical_space,
    "creative_activity": _creative_activity,
    "scale": _scale,
    "further_conditions_not_read": _further_conditions_not_read,
}


def unread(rule: Rule) -> bool:
    """Whether the rule only says that something could not be read."""
    return rule.kind == "further_conditions_not_read"
