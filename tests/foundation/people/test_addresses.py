"""An e-mail address opens and reserves nothing until its owner confirms it by mail."""

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from creaspace.foundation.inbox.models import OutboxMail
from creaspace.foundation.people.models import Person
from creaspace.foundation.records.models import Act
from tests.foundation.people.factories import PASSWORD, make_person

pytestmark = pytest.mark.django_db
ADDRESS = "li@example.org"


@pytest.fixture(autouse=True)
def outbox(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "creaspace.foundation.inbox.backends.OutboxBackend"


@pytest.fixture
def intruder() -> Person:
    """Signed up with the address of somebody else, and keeps others out by an app with codes."""
    person = make_person("Intruder", email=ADDRESS, password=PASSWORD)
    EmailAddress.objects.create(user=person, email=ADDRESS, primary=True)
    TOTP.activate(person, "JBSWY3DPEHPK3PXP")
    return person


def claim(person: Person, *, verified: bool = False) -> EmailAddress:
    return EmailAddress.objects.create(user=person, email=ADDRESS, verified=verified)


def confirm(address: EmailAddress) -> None:
    key = EmailConfirmationHMAC.create(address).key
    Client().post(reverse("account_confirm_email", args=[key]))


@pytest.mark.parametrize("entrance", ["account_request_login_code", "account_reset_password"])
def test_address_nobody_confirmed_opens_nothing(entrance: str, intruder: Person) -> None:
    Client().post(reverse(entrance), {"email": ADDRESS})

    purposes = set(OutboxMail.objects.values_list("purpose", flat=True))
    assert not purposes & {"login_code", "password_reset_key", "password_reset"}


@pytest.mark.parametrize("entrance", ["account_request_login_code", "account_reset_password"])
def test_confirmed_address_opens_its_account(entrance: str) -> None:
    claim(make_person("Li", email=ADDRESS), verified=True)

    Client().post(reverse(entrance), {"email": ADDRESS})

    purposes = set(OutboxMail.objects.values_list("purpose", flat=True))
    assert purposes & {"login_code", "password_reset_key"}


def test_true_owner_who_confirms_takes_the_address(intruder: Person) -> None:
    owner = make_person("Li")

    confirm(claim(owner))

    intruder.refresh_from_db()
    owner.refresh_from_db()
    assert (owner.email, intruder.email) == (ADDRESS, "")
    assert [(row.user, row.verified) for row in EmailAddress.objects.all()] == [(owner, True)]
    assert Act.objects.filter(verb="lose_address", subject_key=str(intruder.pk)).exists()


def test_confirmed_address_is_taken_by_nobody(intruder: Person) -> None:
    owner = make_person("Li")
    confirm(claim(owner))

    confirm(claim(intruder))

    owner.refresh_from_db()
    assert owner.email == ADDRESS
    assert list(EmailAddress.objects.filter(verified=True).values_list("user", flat=True)) == [
        owner.pk
    ]


def test_who_finds_their_address_taken_reads_how_to_get_it(intruder: Person) -> None:
    form = {"username": "Li", "email": ADDRESS, "password1": PASSWORD}

    page = Client().post(reverse("account_signup"), form).content.decode()

    assert "If it is yours, go on without it" in page


def test_address_is_shown_as_not_confirmed(client: Client, intruder: Person) -> None:
    client.force_login(intruder)

    assert f"{ADDRESS} (not confirmed)" in client.get(reverse("people:me")).content.decode()
