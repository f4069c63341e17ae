"""The reference data that ships, loaded by its command."""

import io

import pytest
from django.core.management import call_command

from creaspace.foundation.places.models import City, CityName, Country, CountrySet
from creaspace.foundation.places.services import DATA, load_cities, load_country_sets
from creaspace.foundation.vocabularies.models import Scheme
from tests.foundation.places.factories import make_country

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]

PROGRAMME_CITIES = [
    ("Taguig (Metro Manila)", "PH", "Asia/Manila"),
    ("Yogyakarta", "ID", "Asia/Jakarta"),
    ("Marseille", "FR", "Europe/Paris"),
    ("Kunming", "CN", "Asia/Shanghai"),
    ("Valencia", "ES", "Europe/Madrid"),
    ("Shanghai", "CN", "Asia/Shanghai"),
    ("Yokohama", "JP", "Asia/Tokyo"),
    ("Manila", "PH", "Asia/Manila"),
]


def test_reference_data_is_whole_and_loading_it_again_changes_nothing():
    said = io.StringIO()

    call_command("load_reference", stdout=said)

    assert said.getvalue() == (
        "New or changed: 0 of 23 vocabularies, 0 countries and territories, 0 country sets,"
        " 0 cities.\n"
    )
    assert Country.objects.exclude(numeric="").count() == 249  # ISO 3166-1
    assert Scheme.objects.current().count() == 23
    for name, country, zone in PROGRAMME_CITIES:
        city = City.objects.named(name, country=country)
        assert city is not None, name
        assert city.time_zone == zone
        assert {"en", "es", "zh-Hans"} <= set(city.names)


def test_asia_europe_meeting_of_2016_has_30_and_21_partners_and_2_institutions():
    asem = CountrySet.objects.get(slug="asem-countries-2016")

    assert asem.member_count("europe") == 30
    assert asem.member_count("asia") == 21
    assert asem.members.filter(country=None).count() == 2
    assert asem.contains("AU", side="asia")
    assert not asem.contains("TR")


def test_every_capital_among_the_partners_is_a_city_of_the_atlas():
    partners = CountrySet.objects.get(slug="asem-countries-2016").members.exclude(country=None)

    without = [
        each.country_id for each in partners if not City.objects.filter(country=each.country)
    ]

    assert without == []


def test_city_that_changed_is_brought_up_to_date_and_keeps_its_address():
    City.objects.filter(name="Kunming").update(population=1, slug="old-kunming")

    changed = load_cities()

    kunming = City.objects.get(slug="old-kunming")
    assert changed == 1
    assert kunming.population > 1_000_000
    assert CityName.objects.filter(city=kunming, key="昆明").exists()


def test_country_set_that_was_changed_by_hand_is_put_right():
    asem = CountrySet.objects.get(slug="asem-countries-2016")
    asem.members.create(country=make_country("TR"), side="asia")

    assert load_country_sets() == 1
    assert not asem.contains("TR")


def test_no_name_of_a_city_is_longer_than_its_column():
    longest = CityName._meta.get_field("key").max_length
    rows = (DATA / "cities.csv").read_text(encoding="utf-8").splitlines()

    assert max(len(key) for row in rows for key in row.rpartition(",")[2].split("|")) <= longest
