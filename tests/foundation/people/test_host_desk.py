"""The host's desk has no door of its own: whoever comes is led to the house's sign-in."""

import pytest
from django.test import Client

from tests.foundation.people.factories import make_person

pytestmark = pytest.mark.django_db
DOOR = "/admin/login/"
PASSWORD = "tile-by-tile-1987"


def test_stranger_signs_in_at_the_house_and_comes_back(client: Client) -> None:
    answer = client.get(f"{DOOR}?next=/admin/people/")

    assert answer["Location"] == "/en/accounts/login/?next=/admin/people/"
    assert "no-store" in answer["Cache-Control"]


def test_nobody_tries_passwords_at_the_desk(client: Client) -> None:
    make_person("keeper", is_staff=True, password=PASSWORD)

    answer = client.post(DOOR, {"username": "keeper", "password": PASSWORD})

    assert answer["Location"] == "/en/accounts/login/?next=/admin/"
    assert "_auth_user_id" not in client.session


def test_staff_are_led_on_and_try_no_other_name(client: Client) -> None:
    client.force_login(make_person("keeper", is_staff=True))
    make_person("other", is_staff=True, password=PASSWORD)

    read = client.get(f"{DOOR}?next=/admin/people/")
    sent = client.post(DOOR, {"username": "other", "password": PASSWORD})

    assert read["Location"] == "/admin/people/"
    assert sent["Location"] == "/admin/"


def test_member_is_told_that_this_is_not_theirs(client: Client) -> None:
    client.force_login(make_person("member"))

    assert client.get(DOOR).status_code == 403


def test_desk_leads_nowhere_but_here(client: Client) -> None:
    led = client.get(f"{DOOR}?next=//evil.example/")["Location"]

    assert led == "/en/accounts/login/?next=/admin/"
