"""What the host may change in its tables: accounts; all else is read there, services write it."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory
from django.urls import reverse

from creaspace.foundation.people.models import Organisation, Person
from creaspace.foundation.records.models import Act
from tests.foundation.people.factories import make_person

pytestmark = pytest.mark.django_db
ADD, CHANGE, DELETE = "add", "change", "delete"
OF_THE_HOST = {"people.person": {ADD, CHANGE, DELETE}, "people.organisation": {ADD}}
OURS = [model for model in admin.site._registry if model.__module__.startswith("creaspace.")]


@pytest.fixture
def host() -> Person:
    return make_person("host", is_staff=True, is_superuser=True)


@pytest.fixture
def browser(client: Client, host: Person) -> Client:
    client.force_login(host)
    return client


def no_rows(*inlines: str) -> dict[str, str]:
    return {f"{each}-{kind}_FORMS": "0" for each in inlines for kind in ("TOTAL", "INITIAL")}


def may(table: Any, request: Any) -> set[str]:
    return {
        what for what in (ADD, CHANGE, DELETE) if getattr(table, f"has_{what}_permission")(request)
    }


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label_lower)
def test_host_writes_only_what_no_service_must_write(model: Any, host: Person) -> None:
    request = RequestFactory().get("/admin/")
    request.user = host
    table = admin.site._registry[model]

    assert may(table, request) == OF_THE_HOST.get(model._meta.label_lower, set())
    for inline in table.get_inline_instances(request):
        assert {
            what
            for what in (ADD, CHANGE, DELETE)
            if getattr(inline, f"has_{what}_permission")(request, None)
        } == set()


def test_tables_of_others_that_the_host_writes_are_few() -> None:
    """A new package's tables come here to be thought about."""
    others = {model._meta.app_label for model in admin.site._registry if model not in OURS}

    assert others == {"account", "auth", "django_tasks_database", "mfa", "socialaccount"}
    assert {Group, EmailAddress} <= set(admin.site._registry)


def test_organisation_the_host_founds_comes_from_the_service(browser: Client) -> None:
    form = {
        "name": "House of tiles",
        "slug": "house-of-tiles",
        "source_language": "en",
        **no_rows("aliases", "memberships"),
    }

    answer = browser.post(reverse("admin:people_organisation_add"), form)

    assert answer.status_code == 302
    founded = Organisation.objects.get(slug="house-of-tiles")
    acts = Act.objects.filter(subject_key=str(founded.pk), verb="create_organisation")
    assert [act.by_label for act in acts] == ["host"]


def test_host_closes_an_account_but_writes_no_name_in_it(browser: Client) -> None:
    ana = make_person("Ana", name_native="Ana Ejemplo", is_active=True)
    form = {"name_native": "Somebody else", "sign_in_name": "other", "is_staff": "on"}
    form |= no_rows("memberships")

    answer = browser.post(reverse("admin:people_person_change", args=[ana.pk]), form)

    assert answer.status_code == 302
    ana = Person.objects.get(pk=ana.pk)
    assert (ana.sign_in_name, ana.name_native) == ("Ana", "Ana Ejemplo")
    assert (ana.is_active, ana.is_staff) == (False, True)
    act = Act.objects.get(verb="change_account")
    assert (act.by_label, act.after) == ("host", {"fields": ["is_active", "is_staff"]})


def test_account_the_host_deletes_is_erased_everywhere(browser: Client) -> None:
    ana = make_person("Ana", name_native="Ana Ejemplo")
    page = reverse("admin:people_person_delete", args=[ana.pk])

    answer = browser.post(page, {"post": "yes"})

    assert answer.status_code == 302
    assert not Person.objects.filter(pk=ana.pk).exists()
    assert Act.objects.filter(verb="erase_person").exists()
    assert not Act.objects.filter(subject_title__contains="Ana").exists()
    assert "Ana" not in browser.get("/admin/").content.decode().split("Recent actions")[-1]


def test_keeper_without_all_rights_erases_nobody(client: Client) -> None:
    client.force_login(make_person("keeper", is_staff=True))
    ana = make_person("Ana")

    answer = client.post(reverse("admin:people_person_delete", args=[ana.pk]), {"post": "yes"})

    assert answer.status_code == 403
    assert Person.objects.filter(pk=ana.pk).exists()
