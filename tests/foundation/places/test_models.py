"""Sets of countries on dates, and cities by any name."""

import pytest
from django.utils import translation

from creaspace.foundation.places.models import City, CountrySet
from tests.foundation.places.factories import add_member, make_city, make_country, make_country_set

pytestmark = pytest.mark.django_db


def test_country_is_named_in_the_language_of_the_page():
    spain = make_country("ES")

    with translation.override("zh-hans"):
        assert str(spain) == "西班牙"
    assert spain.name("es") == "España"


def test_set_contains_its_members_on_their_side_only():
    partners = make_country_set()
    add_member(partners, "ES", "europe")

    assert partners.contains("es")
    assert partners.contains("ES", side="europe")
    assert not partners.contains("ES", side="asia")
    assert not partners.contains("JP")


@pytest.mark.parametrize(
    ("on", "belongs"),
    [
        ("", True),
        ("2009", False),
        ("2010", True),
        ("2010-09-30", False),
        ("2010-10", True),
        ("2012-02-29", True),
        ("2016", True),
        ("2016-12-31", True),
        ("2017-01-01", False),
    ],
)
def test_membership_has_a_beginning_and_an_end(on: str, belongs: bool):
    partners = make_country_set()
    add_member(partners, "AU", "asia", valid_from="2010-10", valid_to="2016")

    assert partners.contains("AU", on=on) is belongs


def test_institutions_are_no_countries():
    partners = make_country_set()
    add_member(partners, "ES", "europe")
    partners.members.create(institution="European Union")

    assert partners.member_count() == 1
    assert partners.member_count("asia") == 0
    assert CountrySet.objects.with_sizes().get().size == 2


@pytest.mark.parametrize(
    "name", ["Marseille", "MARSEILLE", "Marsella", "马赛", "Massilia", "Marseille (Provence)"]
)
def test_city_is_found_by_any_name_or_spelling(name: str):
    marseille = make_city(
        "Marseille", "FR", names={"es": "Marsella", "zh-Hans": "马赛"}, spellings=("Massilia",)
    )

    assert City.objects.named(name, country="FR") == marseille


def test_city_is_looked_for_in_its_country_and_the_larger_comes_first():
    small = make_city("Valencia", "ES", population=800_000)
    large = make_city("Valencia", "VE", population=1_400_000)

    assert City.objects.named("valencia", country="ES") == small
    assert City.objects.named("valencia") == large


def test_own_name_counts_more_than_a_spelling_of_a_larger_city():
    make_city("Metropolis", spellings=("Sant Anna",), population=9_000_000)
    village = make_city("Sant Anna")

    assert City.objects.named("Sant Anna") == village


@pytest.mark.parametrize("name", ["", "()", "Atlantis", "\x00", "%", "x" * 10_000])
def test_city_that_is_not_known_is_none(name: str):
    make_city("Valencia")

    assert City.objects.named(name) is None


def test_city_is_named_in_the_language_of_the_page_or_as_it_is_written_there():
    taguig = make_city("Taguig", "PH", names={"zh-Hans": "达义"})

    with translation.override("zh-hans"):
        assert str(taguig) == "达义"
    assert taguig.name_in("es") == "Taguig"
    assert taguig.name_words("es").is_fallback
