"""The pages of places, for strangers."""

import json

import pytest
from django.test import Client

from tests.foundation.places.factories import add_member, make_country_set

pytestmark = pytest.mark.django_db
SOURCE = "https://example.org/partners"


def test_stranger_finds_the_sets_of_countries(client: Client):
    make_country_set()

    page = client.get("/en/places/").content.decode()

    assert "GeoNames, CC BY 4.0" in page
    assert '<a class="record-link" href="/en/places/country-sets/partners/">Partners</a>' in page


@pytest.mark.parametrize("sets", [1, 3])
def test_list_needs_the_same_queries_for_one_set_and_three(
    client: Client, django_assert_num_queries, sets: int
):
    for number in range(sets):
        make_country_set(f"set-{number}")

    with django_assert_num_queries(3):
        client.get("/en/places/")


@pytest.mark.parametrize("members", [("ES",), ("ES", "FR", "IT")])
def test_set_needs_the_same_queries_for_one_member_and_three(
    client: Client, django_assert_num_queries, members: tuple[str, ...]
):
    partners = make_country_set()
    for code in members:
        add_member(partners, code, "europe")

    with django_assert_num_queries(2):
        client.get("/en/places/country-sets/partners/")


def test_set_shows_members_by_side_with_source_and_date(client: Client):
    partners = make_country_set(sources=[SOURCE], as_of="2016-07")
    add_member(partners, "ES", "europe")
    add_member(partners, "JP", "asia", valid_from="1996")

    page = client.get("/es/places/country-sets/partners/").content.decode()

    assert page.index("Lado europeo") < page.index("España") < page.index("Lado asiático")
    assert page.index("Lado asiático") < page.index("Japón") < page.index("1996")
    assert "julio de 2016" in page
    assert f'<a href="{SOURCE}" rel="external noopener">' in page


def test_side_of_another_name_is_shown_too(client: Client):
    add_member(make_country_set(), "BR", "americas")

    page = client.get("/en/places/country-sets/partners/").content.decode()

    assert "americas" in page
    assert "Brazil" in page


def test_set_can_be_taken_along_as_data(client: Client):
    partners = make_country_set(sources=[SOURCE])
    add_member(partners, "ES", "europe", valid_from="1996")
    partners.members.create(institution="European Union")

    data = json.loads(client.get("/en/places/country-sets/partners.json").content)

    assert data["as_of"] == "2016"
    assert data["sources"] == [SOURCE]
    assert data["members"] == [
        {"institution": "European Union"},
        {"country": "ES", "side": "europe", "valid_from": "1996"},
    ]


@pytest.mark.parametrize("path", ["nothing/", "nothing.json", "%00/", "x" * 10_000 + "/", "'--/"])
def test_address_of_nothing_is_not_found(client: Client, path: str):
    assert client.get(f"/en/places/country-sets/{path}").status_code == 404


@pytest.mark.parametrize("query", ["page=-1", "q=%00", "q=" + "x" * 10_000, "a=1%27%20OR%201=1"])
def test_parameters_of_any_kind_give_a_page(client: Client, query: str):
    make_country_set()

    assert client.get(f"/en/places/?{query}").status_code == 200
    assert client.get(f"/en/places/country-sets/partners/?{query}").status_code == 200
