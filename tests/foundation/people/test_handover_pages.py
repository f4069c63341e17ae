"""The way in by a one-time link, page by page."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from creaspace.foundation.people import services
from creaspace.foundation.people.models import OneTimeLink, Organisation, Person
from tests.foundation.people.factories import (
    PASSWORD,
    make_member,
    make_organisation,
    make_organiser,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Organisation:
    return make_organisation("House")


def invite(client: Client, organiser: Person, house: Organisation) -> OneTimeLink:
    client.force_login(organiser)
    form = {
        "organisation": house.pk,
        "membership_role": "member",
        "declared_role": "scholar",
        "note": "the printer",
    }
    response = client.post(reverse("people:links"), form)
    link = OneTimeLink.objects.get()
    assert response["Location"] == reverse("people:link", args=[link.pk])
    return link


def test_organiser_sees_address_and_code_of_their_link(client: Client, house: Organisation) -> None:
    link = invite(client, make_organiser(house), house)

    page = client.get(link.get_absolute_url())
    picture = client.get(reverse("people:link_qr", args=[link.pk]))

    assert link.bare_url in page.content.decode()
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.startswith(b"<svg")


def test_nobody_else_sees_link_or_code(client: Client, house: Organisation) -> None:
    link = invite(client, make_organiser(house), house)
    client.force_login(make_organiser(house))

    assert client.get(link.get_absolute_url()).status_code == 404
    assert client.get(reverse("people:link_qr", args=[link.pk])).status_code == 404
    assert client.post(reverse("people:link_withdraw", args=[link.pk])).status_code == 404


def test_chat_app_that_fetches_the_link_ahead_uses_nothing(
    client: Client, house: Organisation
) -> None:
    link = invite(client, make_organiser(house, name_native="Ana Ejemplo"), house)
    reader = Client(headers={"accept-language": "es"})

    bare = reader.get(reverse("handover:bare", args=[link.token]))
    page = reader.get(bare["Location"])
    head = reader.head(bare["Location"])

    assert bare["Location"] == f"/es/people/handover/{link.token}/"
    assert (page.status_code, head.status_code) == (200, 200)
    assert "Ana Ejemplo" in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"
    assert page["X-Robots-Tag"] == "noindex"
    link.refresh_from_db()
    assert link.used_at is None


def test_new_member_joins_sets_a_password_and_comes_back(
    client: Client, house: Organisation
) -> None:
    link = invite(client, make_organiser(house), house)
    member = Client()
    page = reverse("people:handover", args=[link.token])

    joined = member.post(page, {"sign_in_name": "示例", "email": ""})
    assert joined["Location"] == reverse("people:welcome")
    assert member.get(reverse("people:welcome")).status_code == 200
    passwords = {"password1": PASSWORD, "password2": PASSWORD}
    kept = member.post(reverse("account_set_password"), passwords)
    assert kept["Location"] == reverse("people:me")
    member.post(reverse("account_logout"))
    back = member.post(reverse("account_login"), {"login": "示例", "password": PASSWORD})

    assert back["Location"] == reverse("portal:desk")
    person = Person.objects.get(sign_in_name="示例")
    assert person.declared_role == "scholar"
    assert member.session["_auth_user_id"] == str(person.pk)


def test_name_that_is_taken_is_said_and_the_link_stays_open(
    client: Client, house: Organisation
) -> None:
    link = invite(client, make_organiser(house, "Ana"), house)

    page = Client().post(reverse("people:handover", args=[link.token]), {"sign_in_name": "ANA"})

    assert "Somebody signs in with this name already" in page.content.decode()
    link.refresh_from_db()
    assert link.used_at is None


@pytest.mark.parametrize(
    ("state", "status", "words"),
    [
        ("used", 410, "It was used already"),
        ("withdrawn", 410, "has taken it back"),
        ("unknown", 404, "The address is not complete"),
    ],
)
def test_link_that_opens_nothing_says_why_and_what_to_do(
    client: Client, house: Organisation, state: str, status: int, words: str
) -> None:
    link = invite(client, make_organiser(house), house)
    token = link.token
    if state == "used":
        Client().post(reverse("people:handover", args=[token]), {"sign_in_name": "x"})
    if state == "withdrawn":
        client.post(reverse("people:link_withdraw", args=[link.pk]))
    if state == "unknown":
        token = token[:-1]

    page = Client().get(reverse("people:handover", args=[token]))

    assert page.status_code == status
    assert words in page.content.decode()
    assert "ask whoever sent it for a new link" in page.content.decode()


def test_organiser_hands_a_member_a_link_that_signs_them_in(
    client: Client, house: Organisation
) -> None:
    organiser, member = make_organiser(house), make_member(house)
    client.force_login(organiser)
    membership = member.memberships.get()

    client.post(reverse("people:member_link", args=[house.slug, membership.pk]))
    link = OneTimeLink.objects.get()
    other = Client()
    shown = other.get(reverse("people:handover", args=[link.token]))
    pressed = other.post(reverse("people:handover", args=[link.token]))

    assert f"This link signs you in as {member.sign_in_name}" in shown.content.decode()
    assert pressed["Location"] == reverse("people:welcome")
    assert other.session["_auth_user_id"] == str(member.pk)


def test_link_for_one_account_replaces_another_that_is_signed_in(
    client: Client, house: Organisation
) -> None:
    member = make_member(house)
    link = services.make_sign_in_link(person=member, by=member, now=timezone.now())
    client.force_login(make_organiser(house))

    client.post(reverse("people:handover", args=[link.token]))

    assert client.session["_auth_user_id"] == str(member.pk)


def test_signed_in_member_accepts_with_the_account_they_have(
    client: Client, house: Organisation
) -> None:
    link = invite(client, make_organiser(house), house)
    person = make_member(make_organisation())
    reader = Client()
    reader.force_login(person)

    reader.post(reverse("people:handover", args=[link.token]))

    assert person.memberships.filter(organisation=house).exists()
    assert Person.objects.count() == 2


def test_many_presses_from_one_address_are_refused(client: Client, house: Organisation) -> None:
    link = invite(client, make_organiser(house), house)
    make_member(house, "taken")
    page = reverse("people:handover", args=[link.token])

    answers = [Client().post(page, {"sign_in_name": f"new {n}"}).status_code for n in range(21)]

    assert answers[0] == 302
    assert set(answers[1:]) == {410}


@pytest.mark.parametrize("token", ["x" * 5000, "'; DROP TABLE--", "\u0000", "字"])
def test_nonsense_token_gives_a_page(client: Client, token: str) -> None:
    response = client.get(reverse("people:handover", args=[token]))

    assert response.status_code == 404
