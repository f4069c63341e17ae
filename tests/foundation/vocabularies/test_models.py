"""Concepts: their words, what is current, and what the database guards."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import translation

from creaspace.foundation.vocabularies.models import Concept, Match
from tests.foundation.vocabularies.factories import load, make_concept, make_scheme, scheme_file

pytestmark = pytest.mark.django_db


def test_label_says_the_language_it_is_really_in():
    museum = make_concept("museum", scheme=make_scheme(), labels={"en": "Museum", "es": "Museo"})

    with translation.override("zh-hans"):
        words = museum.label_with_language()

    assert (words.text, words.language, words.is_fallback) == ("Museum", "en", True)
    assert museum.label("es") == "Museo"
    assert str(museum) == "Museum"


def test_concept_without_any_label_shows_its_notation():
    assert str(make_concept("museum", scheme=make_scheme(), labels={})) == "museum"


def test_find_takes_underscores_for_hyphens():
    venue = make_concept("session-venue", scheme=make_scheme("programme-roles"))

    assert Concept.objects.find("programme-roles", "session_venue") == venue


def test_find_raises_for_a_concept_that_is_not_there():
    with pytest.raises(Concept.DoesNotExist):
        Concept.objects.find("programme-roles", "juggler")


def test_concept_given_up_is_no_longer_current():
    gone = make_concept("typing-pool", scheme=make_scheme(), deprecated_on=date(2020, 1, 1))

    assert gone not in Concept.objects.current()
    assert gone not in Concept.objects.current(date(2020, 1, 1))
    assert gone in Concept.objects.current(date(2019, 12, 31))


def test_scheme_has_one_first_version_and_each_version_one_follower():
    first = make_scheme()

    with pytest.raises(IntegrityError):
        make_scheme(version="2")
    assert first.slug == "fruits"


def test_match_needs_a_target_or_an_address_not_both():
    apple = make_concept("apple", scheme=make_scheme())

    with pytest.raises(IntegrityError):
        Match.objects.create(concept=apple, relation="exact")


def test_labels_of_one_scheme_are_found_with_one_query(django_assert_num_queries):
    load(scheme_file())

    with django_assert_num_queries(1):
        index = Concept.objects.index("fruits")
        found = [index.find(text).notation for text in ("Apple", "柑橘", "citrus/orange")]

    assert found == ["apple", "citrus", "citrus/orange"]
