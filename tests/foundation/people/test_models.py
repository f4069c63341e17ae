"""People in the database: sign-in names, e-mail addresses, labels."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from creaspace.foundation.people.models import Person
from tests.foundation.people.factories import PASSWORD, make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["Ana", "李示例", "นักดนตรี", "أمل", "José Ñ.", "이름-2"])
def test_person_signs_in_with_a_name_in_any_script(name: str) -> None:
    person = make_person(name, password=PASSWORD)

    found = Person.objects.get_by_natural_key(name.upper())

    assert found == person
    assert found.check_password(PASSWORD)


@pytest.mark.parametrize("name", ["ana@example.org", "a/b", "...", "a\u200bb"])
def test_name_that_cannot_be_typed_or_is_an_address_is_refused(name: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        make_person(name)

    assert "sign_in_name" in refusal.value.message_dict


def test_second_person_cannot_take_the_same_name_in_other_letters() -> None:
    make_person("Ana Li")

    with pytest.raises(ValidationError) as refusal:
        make_person("ＡＮＡ  li")

    message = "Somebody signs in with this name already. Choose another."
    assert refusal.value.message_dict["sign_in_name"] == [message]


def test_database_guards_the_key_of_a_name() -> None:
    make_person("Ana")

    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.bulk_create([Person(sign_in_name="Ana 2", sign_in_key="ana")])


def test_many_people_have_no_email_and_nobody_shares_one() -> None:
    make_person()
    make_person()
    make_person(email="Ana@Example.org")

    with pytest.raises(ValidationError):
        make_person(email="ana@example.org")


def test_label_is_the_name_as_its_owner_writes_it() -> None:
    person = make_person("li", name_native="李示例", name_latin="Li Shili")

    assert person.label == str(person) == "李示例"
    assert person.name_for("es") == "Li Shili"
    assert person.name_for("zh-hans") == "李示例"
    assert person.name_script == "Hani"


def test_nameless_person_is_labelled_by_the_sign_in_name() -> None:
    assert make_person("li").label == "li"


def test_unknown_time_zone_is_refused() -> None:
    with pytest.raises(ValidationError) as refusal:
        make_person(time_zone="Mars/Phobos")

    message = "“Mars/Phobos” is no time zone. Choose one such as Asia/Shanghai."
    assert refusal.value.message_dict["time_zone"] == [message]


def test_superuser_of_the_command_runs_the_host() -> None:
    person = Person.objects.create_superuser("host", password=PASSWORD)

    assert (person.is_staff, person.is_superuser) == (True, True)
