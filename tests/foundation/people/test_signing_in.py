"""Signing up and in: allauth's pages in our words, with our limits, never waiting for mail."""

import os
import re
import subprocess
import sys

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import Settings

from creaspace.foundation.inbox.models import OutboxMail
from creaspace.foundation.people.adapters import AccountAdapter
from creaspace.foundation.people.models import Person
from tests.foundation.people.factories import PASSWORD, make_person

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "es", "zh-hans"]
ENTRANCES = [
    "account_login",
    "account_signup",
    "account_request_login_code",
    "account_reset_password",
    "account_reset_password_done",
    "account_inactive",
    "account_email_verification_sent",
    "socialaccount_login_cancelled",
]
OWN = [
    "account_logout",
    "account_email",
    "account_set_password",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "socialaccount_connections",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ENTRANCES)
def test_entrance_is_in_our_style(client: Client, language: str, name: str) -> None:
    with override(language):
        page = client.get(reverse(name))

    assert page.status_code == 200
    assert 'class="page-body"' in page.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OWN)
def test_own_keys_are_in_our_style(client: Client, language: str, name: str) -> None:
    client.force_login(make_person(email="ana@example.org"))
    with override(language):
        page = client.get(reverse(name))

    assert page.status_code == 200
    text = page.content.decode()
    assert 'class="page-body"' in text
    assert " style=" not in text
    assert "data:image" not in text


def test_failure_of_another_provider_is_said_in_our_style(client: Client) -> None:
    page = client.get(reverse("socialaccount_login_error"))

    assert page.status_code == 401
    assert 'class="page-body"' in page.content.decode()


def test_anybody_signs_up_without_email(client: Client) -> None:
    form = {"username": "示例会员", "email": "", "password1": PASSWORD}

    answer = client.post(reverse("account_signup"), form)

    assert answer["Location"] == reverse("portal:desk")
    person = Person.objects.get(sign_in_name="示例会员")
    assert (person.email, person.languages) == ("", ["en"])
    assert not OutboxMail.objects.exists()


def test_name_in_other_letters_is_taken(client: Client) -> None:
    make_person("Ana")

    page = client.post(reverse("account_signup"), {"username": "ＡＮＡ", "password1": PASSWORD})

    assert "Somebody signs in with this name already" in page.content.decode()


def sign_up_beside_another(client: Client, monkeypatch: pytest.MonkeyPatch, password: str) -> str:
    """Send the form when the name was free on looking, and somebody took it before the writing."""
    make_person("Ana", password=PASSWORD)
    monkeypatch.setattr(AccountAdapter, "clean_username", lambda _self, name, **_more: name)
    form = {"username": "Ana", "email": "", "password1": password}
    return client.post(reverse("account_signup"), form)["Location"]


def test_button_pressed_twice_at_once_signs_the_new_member_in(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = sign_up_beside_another(client, monkeypatch, PASSWORD)

    assert address == reverse("portal:desk")
    assert client.session["_auth_user_id"] == str(Person.objects.get().pk)


def test_name_taken_meanwhile_is_told_and_opens_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = sign_up_beside_another(client, monkeypatch, "another long password")

    assert address == reverse("account_signup")
    assert "_auth_user_id" not in client.session
    assert "Somebody signs in with this name already" in client.get(address).content.decode()


def test_sign_ups_from_one_address_are_limited(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("creaspace.foundation.people.services.accounts.MOST_SIGN_UPS", 2)

    def sign_up(name: str) -> int:
        form = {"username": name, "email": "", "password1": PASSWORD}
        return Client().post(reverse("account_signup"), form).status_code

    assert [sign_up("one"), sign_up("two"), sign_up("three")] == [302, 302, 403]
    assert not Person.objects.filter(sign_in_name="three").exists()


@pytest.mark.parametrize(("proxies", "made"), [(0, 2), (1, 3)], ids=["no proxy", "behind a proxy"])
def test_forged_addresses_count_only_behind_the_proxy_that_writes_them(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, proxies: int, made: int
) -> None:
    monkeypatch.setattr("creaspace.foundation.people.services.accounts.MOST_SIGN_UPS", 2)
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies

    for name in ("one", "two", "three"):
        form = {"username": name, "email": "", "password1": PASSWORD}
        chain = f"203.0.113.9, 198.51.100.{ord(name[1])}"
        Client().post(reverse("account_signup"), form, headers={"X-Forwarded-For": chain})

    assert Person.objects.count() == made


def test_word_that_a_proxy_stands_before_us_is_believed_by_all_or_none() -> None:
    asked = "from creaspace import settings as s; print(s.ALLAUTH_TRUSTED_PROXY_COUNT)"

    def trusted(told: str) -> str:
        environment = {**os.environ, "CREASPACE_BEHIND_PROXY": told}
        run = [sys.executable, "-c", asked]
        return subprocess.run(
            run, env=environment, capture_output=True, text=True, check=True
        ).stdout.strip()

    assert (trusted("yes"), trusted("no")) == ("1", "0")


@pytest.mark.parametrize("typed", ["Ana Li", "ana li", "ＡＮＡ LI", "ana@example.org"])
def test_person_signs_in_with_name_or_address(client: Client, typed: str) -> None:
    make_person("Ana Li", email="ana@example.org", password=PASSWORD)

    answer = client.post(reverse("account_login"), {"login": typed, "password": PASSWORD})

    assert answer["Location"] == reverse("portal:desk")


def test_wrong_password_is_said_and_tries_are_limited(client: Client) -> None:
    make_person("Ana", password=PASSWORD)

    def attempt() -> str:
        form = {"login": "Ana", "password": "wrong"}
        return client.post(reverse("account_login"), form).content.decode()

    assert "This name and this password do not belong together" in attempt()
    later = [attempt() for _try in range(5)]
    assert "Too many tries with a wrong password." in later[-1]


def test_code_by_email_is_marked_as_secret(client: Client, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "creaspace.foundation.inbox.backends.OutboxBackend"
    ana = make_person("Ana", email="ana@example.org")
    EmailAddress.objects.create(user=ana, email="ana@example.org", verified=True, primary=True)

    answer = client.post(reverse("account_request_login_code"), {"email": "ana@example.org"})

    assert answer["Location"] == reverse("account_confirm_login_code")
    mail = OutboxMail.objects.get()
    assert (mail.to, mail.purpose, mail.is_secret) == ("ana@example.org", "login_code", True)
    assert mail.subject == "Creaspace: Your code to sign in"
    assert client.get(answer["Location"]).status_code == 200


def test_closed_account_cannot_sign_in(client: Client) -> None:
    make_person("Ana", password=PASSWORD, is_active=False)

    answer = client.post(reverse("account_login"), {"login": "Ana", "password": PASSWORD})

    assert answer["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "At least 8 signs; no common password"),
        ("es", "Al menos 8 signos; nada de contraseñas comunes"),
        ("zh-hans", "至少 8 个字符"),
    ],
)
def test_rules_for_passwords_are_one_sentence_in_our_words(
    client: Client, language: str, said: str
) -> None:
    with override(language):
        page = client.get(reverse("account_signup")).content.decode()

    assert page.count(said) == 1
    assert "Su contraseña" not in page
    assert "你的" not in page


def test_everything_wrong_with_a_password_is_said_at_once() -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password("1234567", Person(sign_in_name="ana"))

    codes = [fault.code for fault in refused.value.error_list]
    assert codes == ["password_too_short", "password_too_common", "password_entirely_numeric"]


def test_password_like_the_sign_in_name_is_refused() -> None:
    with pytest.raises(ValidationError):
        validate_password("anaejemplo1", Person(sign_in_name="Ana Ejemplo"))


PLAIN = [*ENTRANCES, *OWN, "account_change_password"]


@pytest.mark.parametrize("name", PLAIN)
def test_field_repeats_no_label_and_says_e_mail_as_all_pages_do(client: Client, name: str) -> None:
    if name not in ENTRANCES:
        person = make_person(email="ana@example.org")
        if name == "account_change_password":
            person.set_password("long and secret")
            person.save()
        client.force_login(person)

    shown = client.get(reverse(name)).content.decode()

    assert "placeholder=" not in shown
    words = re.sub(r"<[^>]+>", " ", shown.partition("<main")[2])
    assert "email" not in words.lower()


def test_addresses_are_confirmed_made_the_main_one_and_removed(client: Client) -> None:
    person = make_person(email="ana@example.org")
    client.force_login(person)
    here = reverse("account_email")

    client.post(here, {"action_add": "", "email": "second@example.org"})
    shown = client.get(here).content.decode()
    client.post(here, {"action_remove": "", "email": "second@example.org"})
    kept = EmailAddress.objects.filter(user=person).values_list("email", flat=True)

    assert "E-mail addresses" in shown
    assert 'value="second@example.org"' in shown
    assert "not confirmed yet" in shown
    assert "second@example.org" not in kept
