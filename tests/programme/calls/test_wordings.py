"""Conditions in words, from their parameters, in three languages."""

import pytest
from django.utils import translation

from creaspace.foundation.places.models import CountrySet, CountrySetMember
from creaspace.foundation.vocabularies.models import Scheme
from creaspace.programme.calls.services import set_rules
from creaspace.programme.calls.wordings import in_words, unread
from tests.programme.calls.factories import make_call
from tests.programme.programmes.factories import BY, make_concept, make_country

pytestmark = pytest.mark.django_db


def worded(*rules, language="en"):
    """The sentences of these rules in a language."""
    kept = set_rules(call=make_call(), rules=list(rules), by=BY)
    with translation.override(language):
        return [str(each.sentence) for each in in_words(kept)]


@pytest.fixture
def asem():
    found = CountrySet.objects.create(
        slug="asem-2016", name={"en": "ASEM 2016", "es": "ASEM 2016"}, as_of="2016"
    )
    for code in ("JP", "IN"):
        CountrySetMember.objects.create(country_set=found, country=make_country(code), side="asia")
    CountrySetMember.objects.create(country_set=found, institution="A union", side="asia")
    return found


RULE = {"kind": "space_in_country_set", "parameters": {"set": "asem-2016", "side": "asia"}}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The space lies in one of 2 countries: <a href="),
        ("es", "El espacio está en uno de 2 países: <a href="),
        ("zh-hans", "空间位于以下名单的 2 个国家之一：<a href="),
    ],
)
def test_country_rule_counts_the_countries_of_its_side(asem, language, sentence):
    (told,) = worded(RULE, language=language)

    assert told.startswith(sentence)


def test_country_rule_links_to_its_set(asem):
    (told,) = worded(RULE)

    assert asem.get_absolute_url() in told
    assert "ASEM 2016, Asian side" in told


def test_country_rule_without_its_set_names_it():
    (told,) = worded(RULE)

    assert told == "The space lies in one of the countries of the set “asem-2016”."


def test_activity_rule_links_to_its_scheme():
    scheme = Scheme.objects.create(
        slug="unctad-creative-industries", version="2010", title={"en": "UNCTAD list"}
    )
    rule = {"kind": "creative_activity", "parameters": {"set": scheme.slug}}

    (told,) = worded(rule)

    assert f'<a href="{scheme.get_absolute_url()}">UNCTAD list</a>' in told


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "scale", "parameters": {"scales": ["small", "medium"]}},
        {"kind": "scale", "words": "small or medium"},
    ],
)
def test_size_is_read_from_parameters_or_from_the_words(rule):
    for notation in ("small", "medium"):
        make_concept("scale", notation, en=notation.title())

    assert worded(rule) == ["Its size: small or medium."]


def test_size_nobody_knows_shows_the_words_of_the_source():
    make_concept("scale", "small", en="Small")

    assert worded({"kind": "scale", "words": "cosy"}) == [""]


def test_further_condition_says_that_it_was_not_read():
    rule = {"kind": "further_conditions_not_read", "words": "a second condition follows"}
    (kept,) = set_rules(call=make_call(), rules=[rule], by=BY)

    (told,) = in_words([kept])

    assert told.sentence == "There is at least one more condition, which could not be read."
    assert unread(kept)


def test_unknown_kind_keeps_its_words():
    rule = {"kind": "has_a_garden", "parameters": {"trees": 3}, "words": "with trees"}
    (kept,) = set_rules(call=make_call(), rules=[rule], by=BY)

    (told,) = in_words([kept])

    assert told.is_only_words
    assert not unread(kept)
