"""Organisers act for others only with a second factor, where the host asks for it."""

import os
import subprocess
import sys
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from creaspace.core.verdicts import Refused
from creaspace.foundation.people.models import Membership, Organisation, Person
from creaspace.foundation.people.second_factor import can_act_for_others
from creaspace.foundation.people.services import make_invitation
from tests.foundation.people.factories import make_person

pytestmark = pytest.mark.django_db
PAGE = "/en/people/me/second-factor/"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def asked_for(settings: Settings) -> None:
    settings.CREASPACE_ORGANISERS_SECOND_FACTOR = True


@pytest.fixture
def organiser() -> Person:
    person = make_person("organiser")
    organisation = Organisation.objects.create(slug="econcult", name="ECONCULT")
    Membership.objects.create(
        organisation=organisation, person=person, role=Membership.Role.ORGANISER
    )
    return person


def browser_of(person: Person, *methods: str) -> Client:
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    session = client.session
    shown = [{"method": each, "at": time.time(), "reauthenticated": True} for each in methods]
    session["account_authentication_methods"] = shown
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()
    return client


def code_now() -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(SECRET, counter))


def test_organiser_without_one_is_led_to_set_it_up_and_told_why(organiser: Person) -> None:
    client = browser_of(organiser, "password")

    answer = client.get(reverse("people:links"))

    assert answer["Location"] == f"{PAGE}?next=%2Fen%2Fpeople%2Flinks%2F"
    page = client.get(answer["Location"]).content.decode()
    assert "Set up a second factor" in page
    assert reverse("mfa_add_webauthn") in page
    assert reverse("mfa_activate_totp") in page


@pytest.mark.parametrize("name", ["portal:desk", "people:me", "people:directory"])
def test_organiser_without_one_does_all_else_as_before(organiser: Person, name: str) -> None:
    assert browser_of(organiser, "password").get(reverse(name)).status_code == 200


def test_organiser_who_set_one_up_shows_it_in_each_sign_in(organiser: Person) -> None:
    TOTP.activate(organiser, SECRET)

    without = browser_of(organiser, "password").get(reverse("people:links"))
    shown = browser_of(organiser, "password", "mfa").get(reverse("people:links"))

    assert without.status_code == 302
    page = browser_of(organiser, "password").get(without["Location"]).content.decode()
    assert "Show your second factor" in page
    assert reverse("mfa_reauthenticate") in page
    assert shown.status_code == 200


@pytest.mark.django_db(transaction=True)
def test_code_that_sets_an_app_up_counts_for_this_sign_in(organiser: Person) -> None:
    client = browser_of(organiser, "password")
    client.get(reverse("mfa_activate_totp"))
    session = client.session
    session["mfa.totp.secret"] = SECRET
    session.save()

    client.post(reverse("mfa_activate_totp"), {"code": code_now()})

    assert Authenticator.objects.filter(user=organiser, type="totp").exists()
    assert client.get(reverse("people:links")).status_code == 200
    assert "Go on" in client.get(f"{PAGE}?next=/en/people/links/").content.decode()


def test_service_refuses_an_organiser_without_one(organiser: Person) -> None:
    with pytest.raises(Refused, match="Organisers need a second factor here"):
        make_invitation(by=organiser, now=timezone.now())

    TOTP.activate(organiser, SECRET)

    assert make_invitation(by=organiser, now=timezone.now()).pk


def test_member_and_stranger_are_asked_for_nothing(client: Client) -> None:
    member = make_person("member")

    assert can_act_for_others(member)
    assert browser_of(member, "password").get(reverse("people:links")).status_code == 200
    assert "login" in client.get(reverse("people:links"))["Location"]


def test_nobody_is_asked_where_the_host_does_not(organiser: Person, settings: Settings) -> None:
    settings.CREASPACE_ORGANISERS_SECOND_FACTOR = False

    assert browser_of(organiser, "password").get(reverse("people:links")).status_code == 200


def test_page_leads_nowhere_but_here(organiser: Person) -> None:
    TOTP.activate(organiser, SECRET)

    page = browser_of(organiser, "mfa").get(f"{PAGE}?next=//evil.example/").content.decode()

    assert "evil.example" not in page.split("<main")[1]


@pytest.mark.parametrize(
    ("address", "demonstration", "asked"),
    [
        ("https://creaspace.example", "no", "True"),
        ("https://creaspace.example", "yes", "False"),
        ("http://localhost:8000", "no", "False"),
    ],
)
def test_host_asks_unless_it_demonstrates_or_serves_itself(
    address: str, demonstration: str, asked: str
) -> None:
    told = {"CREASPACE_PUBLIC_URL": address, "CREASPACE_DEMONSTRATION": demonstration}
    code = "from creaspace import settings as s; print(s.CREASPACE_ORGANISERS_SECOND_FACTOR)"

    said = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout.strip() == asked


@pytest.mark.parametrize("name", ["inbox:outbox", "people:links"])
def test_organiser_reads_the_mail_of_others_only_with_one(organiser: Person, name: str) -> None:
    TOTP.activate(organiser, SECRET)

    without = browser_of(organiser, "password").get(reverse(name))
    shown = browser_of(organiser, "password", "mfa").get(reverse(name))

    assert without["Location"].startswith(PAGE)
    assert shown.status_code == 200


def test_staff_work_at_the_host_desk_only_with_one() -> None:
    keeper = make_person("keeper", is_staff=True, is_superuser=True)
    TOTP.activate(keeper, SECRET)

    without = browser_of(keeper, "password").get("/admin/people/person/")
    shown = browser_of(keeper, "password", "mfa").get("/admin/people/person/")

    assert without["Location"] == f"{PAGE}?next=%2Fadmin%2Fpeople%2Fperson%2F"
    assert shown.status_code == 200


def test_staff_leave_the_host_desk_without_one() -> None:
    keeper = make_person("keeper", is_staff=True)
    client = browser_of(keeper, "password")

    assert client.post("/admin/logout/").status_code == 200
    assert "_auth_user_id" not in client.session
