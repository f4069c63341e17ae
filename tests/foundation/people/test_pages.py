"""Pages about people and organisations, as stranger, member, organiser."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from creaspace.foundation.people import services
from creaspace.foundation.people.models import Organisation, Person
from tests.foundation.people.factories import (
    NOW,
    PASSWORD,
    make_member,
    make_organisation,
    make_organiser,
    make_person,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "es", "zh-hans"]


def consenting(name: str) -> Person:
    person = make_person(name_native=name, languages=["es", "zh-Hans"])
    services.give_consent(person=person, purpose="directory", by=person, now=NOW)
    return person


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["directory", "organisations"])
def test_stranger_reads_the_lists_in_three_languages(
    client: Client, language: str, name: str
) -> None:
    consenting("Ana Ejemplo")
    make_organisation()
    with override(language):
        url = reverse(f"people:{name}")

    assert client.get(url).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_directory_takes_the_same_queries_for_any_number(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    house = make_organisation()
    for number in range(rows):
        person = consenting(f"Ana {number}")
        services.keep_membership(organisation=house, person=person, role="member", by=person)

    with django_assert_num_queries(5):
        client.get(reverse("people:directory"))


@pytest.mark.parametrize("rows", [1, 3])
def test_organisations_take_the_same_queries_for_any_number(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _row in range(rows):
        make_organisation()

    with django_assert_num_queries(2):
        client.get(reverse("people:organisations"))


def test_directory_shows_who_agreed_and_nobody_else(client: Client) -> None:
    consenting("Ana Ejemplo")
    make_person(name_native="Hidden")
    demonstration = consenting("Shown to nobody")
    Person.objects.filter(pk=demonstration.pk).update(is_demonstration=True)

    page = client.get(reverse("people:directory")).content.decode()

    assert "Ana Ejemplo" in page
    assert "Hidden" not in page
    assert "Shown to nobody" not in page


def test_directory_finds_by_name_and_role(client: Client) -> None:
    consenting("Ana Ejemplo")

    def found(query: str) -> bool:
        url = reverse("people:directory")
        return "Ana Ejemplo" in client.get(f"{url}?{query}").content.decode()

    assert [found("q=ejem"), found("q=li"), found("role=visitor"), found("role=scholar")] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("query", ["page=-1", "page=x", "role=%00", "q=" + "x" * 10_000, "q=';--"])
def test_strange_parameters_give_a_page(client: Client, query: str) -> None:
    for name in ("people:directory", "people:organisations"):
        assert client.get(f"{reverse(name)}?{query}").status_code == 200


def test_person_without_consent_has_no_page_for_others(client: Client) -> None:
    person = make_person(name_native="Ana")
    url = person.get_absolute_url()

    assert client.get(url).status_code == 404
    client.force_login(person)
    assert client.get(url).status_code == 200
    services.give_consent(person=person, purpose="directory", by=person, now=NOW)
    client.logout()
    assert client.get(url).status_code == 200


def test_sign_in_name_is_never_shown_to_others(client: Client) -> None:
    person = make_person("secret-key-name")
    services.give_consent(person=person, purpose="directory", by=person, now=NOW)

    assert client.get(person.get_absolute_url()).status_code == 404
    directory = client.get(reverse("people:directory")).content.decode()
    assert "secret-key-name" not in directory


@pytest.fixture
def house() -> Organisation:
    return make_organisation("House", local_name="Casa", local_language="es")


@pytest.mark.parametrize("language", LANGUAGES)
def test_stranger_reads_an_organisation(client: Client, house: Organisation, language: str) -> None:
    with override(language):
        page = client.get(house.get_absolute_url())

    assert page.status_code == 200
    assert '<p class="also-called" lang="es">Casa</p>' in page.content.decode()


def test_members_page_is_for_organisers(client: Client, house: Organisation) -> None:
    url = reverse("people:members", args=[house.slug])
    answers = [client.get(url).status_code]
    for person in (make_person(), make_member(house), make_organiser(house)):
        client.force_login(person)
        answers.append(client.get(url).status_code)

    assert answers == [302, 403, 403, 200]


def test_organiser_takes_a_member_out(client: Client, house: Organisation) -> None:
    member = make_member(house)
    client.force_login(make_organiser(house))

    client.post(reverse("people:membership_end", args=[house.slug, member.memberships.get().pk]))

    assert not house.memberships.current().filter(person=member).exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["me", "consents", "erase", "links", "welcome"])
def test_own_pages_are_for_signed_in_people(client: Client, language: str, name: str) -> None:
    with override(language):
        url = reverse(f"people:{name}")

    assert client.get(url).status_code == 302
    client.force_login(make_person())
    assert client.get(url).status_code == 200


def test_person_writes_their_name_languages_and_zone(client: Client) -> None:
    person = make_person()
    client.force_login(person)
    form = {
        "name_native": "李示例",
        "name_latin": "Li Shili",
        "name_order": "family_first",
        "name_script": "",
        "declared_role": "scholar",
        "languages": ["zh-Hans", "es"],
        "time_zone": "Asia/Shanghai",
    }

    client.post(reverse("people:me"), form)

    person.refresh_from_db()
    assert (person.name_native, person.name_script) == ("李示例", "Hani")
    assert (person.languages, person.time_zone) == (["zh-Hans", "es"], "Asia/Shanghai")
    assert person.declared_role == "scholar"


def test_wrong_time_zone_is_said_and_nothing_saved(client: Client) -> None:
    person = make_person()
    client.force_login(person)

    page = client.post(
        reverse("people:me"),
        {"name_native": "Ana", "name_order": "given_first", "time_zone": "Mars"},
    )

    assert "Mars" in page.content.decode()
    person.refresh_from_db()
    assert person.name_native == ""


def test_person_agrees_and_takes_it_back(client: Client) -> None:
    person = make_person()
    client.force_login(person)

    client.post(reverse("people:consents"), {"newsletter": "on"})
    client.post(reverse("people:consents"), {})

    assert [one.purpose for one in person.consents.all()] == ["newsletter"]
    assert not person.consents.standing().exists()


def test_person_downloads_what_is_kept(client: Client) -> None:
    client.force_login(make_person("Ana"))

    response = client.get(reverse("people:data"))

    assert json.loads(response.content)["person"]["sign_in_name"] == "Ana"
    assert "attachment" in response["Content-Disposition"]


def test_account_is_erased_only_after_the_right_words(client: Client) -> None:
    person = make_person("Ana")
    client.force_login(person)

    page = client.post(reverse("people:erase"), {"words": "yes"})
    assert "You typed “yes”. To erase your account, type: erase my account" in (
        page.content.decode()
    )
    client.post(reverse("people:erase"), {"words": "Erase my account"})

    assert not Person.objects.filter(pk=person.pk).exists()
    assert "_auth_user_id" not in client.session


def test_only_organiser_is_warned_before_erasing(client: Client, house: Organisation) -> None:
    client.force_login(make_organiser(house))

    page = client.get(reverse("people:erase"))

    assert "You are the only organiser of House" in page.content.decode()


def test_member_may_not_make_an_invitation(client: Client, house: Organisation) -> None:
    client.force_login(make_member(house))
    form = {"membership_role": "member", "declared_role": "scholar"}

    page = client.get(reverse("people:links"))
    answer = client.post(reverse("people:links"), form)

    assert "Organisers of an organisation and stewards of a space may invite." in (
        page.content.decode()
    )
    assert answer.status_code == 403


def test_person_opens_a_link_for_another_device(client: Client) -> None:
    person = make_person(password=PASSWORD)
    client.force_login(person)

    answer = client.post(reverse("people:own_device"))

    assert answer["Location"] == person.sign_in_links.get().get_absolute_url()


@pytest.mark.parametrize(
    ("language", "first", "other"),
    [
        ("en", "Institute of Culture", "云南大学文化发展研究院"),
        ("zh-hans", "云南大学文化发展研究院", "Institute of Culture"),
    ],
)
def test_organisation_is_called_in_its_own_script_by_those_who_read_it(
    client: Client, language: str, first: str, other: str
):
    Organisation.objects.create(
        slug="institute",
        name="Institute of Culture",
        local_name="云南大学文化发展研究院",
        local_language="zh-Hans",
    )

    page = client.get(f"/{language}/people/organisations/institute/").content.decode()
    row = client.get(f"/{language}/people/organisations/").content.decode()

    assert f"<title>{first} · Creaspace</title>" in page
    assert page.index(f"{first}</h1>") < page.index(f"{other}</p>")
    assert row.index(f"{first}</a>") < row.index(f"{other}</span>")
