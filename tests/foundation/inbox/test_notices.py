"""Notices: in the reader's language, one's own, on the desk and in the header."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from creaspace.core.viewer import STRANGER
from creaspace.foundation.inbox import services
from creaspace.foundation.inbox.models import Notice, OutboxMail
from creaspace.foundation.people import services as people
from tests.foundation.people.factories import (
    make_invitation,
    make_member,
    make_organisation,
    make_organiser,
    make_person,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ACCEPTED = "%(name)s accepted your invitation."


def test_notice_is_read_in_the_language_of_its_reader() -> None:
    notice = services.tell(person=make_person(), words=ACCEPTED, parameters={"name": "Ana"})

    assert notice.text == "Ana accepted your invitation."
    with override("es"):
        assert notice.text == "Ana ha aceptado tu invitación."
    with override("zh-hans"):
        assert notice.text == "Ana 接受了您的邀请。"


def test_notice_with_a_missing_parameter_still_shows_its_words() -> None:
    notice = services.tell(person=make_person(), words=ACCEPTED, parameters={"other": "Ana"})

    assert notice.text == ACCEPTED


def test_notices_are_seen_by_their_person_only() -> None:
    person = make_person()
    notice = services.tell(person=person, words="Hello")

    assert list(Notice.objects.visible_to(person)) == [notice]
    assert not Notice.objects.visible_to(make_person()).exists()
    assert not Notice.objects.visible_to(STRANGER).exists()


def test_what_is_answered_anywhere_waits_no_longer() -> None:
    person, house = make_person(), make_organisation()
    services.tell(
        person=person, words="Answer", about=house, needs_answer_by=NOW + timedelta(days=1)
    )
    assert Notice.objects.waiting().count() == 1

    assert services.mark_answered(about=house, person=person, now=NOW) == 1

    assert not Notice.objects.waiting().exists()


def test_maker_of_an_invitation_learns_who_came() -> None:
    organiser = make_organiser(make_organisation())
    link = make_invitation(organiser)

    person = people.join_by_link(
        token=link.token, address="203.0.113.7", now=link.made_at, sign_in_name="示例"
    )

    assert [one.text for one in organiser.notices.all()] == ["示例 accepted your invitation."]
    assert not person.notices.exists()


def test_person_let_in_by_an_organiser_is_told() -> None:
    house = make_organisation()
    organiser, member = make_organiser(house, "Ana"), make_member(house)
    link = people.make_sign_in_link(person=member, by=organiser, now=NOW)

    people.use_sign_in_link(token=link.token, address="203.0.113.7", now=NOW)

    assert member.notices.get().text.startswith("You signed in with a link that Ana made.")


def test_erased_person_is_gone_from_notices_and_mail() -> None:
    organiser = make_organiser(make_organisation())
    link = make_invitation(organiser)
    person = people.join_by_link(
        token=link.token,
        address="203.0.113.7",
        now=link.made_at,
        sign_in_name="示例",
        email="li@example.org",
    )
    OutboxMail.objects.create(to="li@example.org", sender="x", subject="x", made_at=NOW)

    people.erase_person(person=person, by=person)

    assert not Notice.objects.exists()
    assert not OutboxMail.objects.exists()


@pytest.mark.parametrize("language", ["en", "es", "zh-hans"])
def test_inbox_is_for_signed_in_people(client: Client, language: str) -> None:
    with override(language):
        url = reverse("inbox:inbox")

    assert client.get(url).status_code == 302
    client.force_login(make_person())
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_inbox_takes_the_same_queries_for_any_number(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person = make_person()
    for number in range(rows):
        services.tell(person=person, words=f"Notice {number}", now=NOW)
    client.force_login(person)

    with django_assert_num_queries(6):
        client.get(reverse("inbox:inbox"))


def test_header_counts_unread_notices(client: Client) -> None:
    person = make_person()
    services.tell(person=person, words="One")
    services.tell(person=person, words="Two")
    client.force_login(person)

    page = client.get(reverse("inbox:inbox")).content.decode()

    assert 'title="2 unread notices"' in page


def test_opening_a_notice_marks_it_read_and_leads_on_in_the_reader_s_language(
    client: Client,
) -> None:
    person = make_person()
    notice = services.tell(person=person, words="Look", url="/en/people/")
    client.force_login(person)
    with override("es"):
        url = reverse("inbox:notice_open", args=[notice.pk])

    answer = client.post(url)

    assert answer["Location"] == "/es/people/"
    notice.refresh_from_db()
    assert notice.read_at is not None


def test_notice_never_leads_to_another_host(client: Client) -> None:
    person = make_person()
    notice = services.tell(person=person, words="Look", url="https://evil.example/")
    client.force_login(person)

    answer = client.post(reverse("inbox:notice_open", args=[notice.pk]))

    assert answer["Location"] == reverse("inbox:inbox")


def test_nobody_opens_the_notice_of_another(client: Client) -> None:
    notice = services.tell(person=make_person(), words="Look")
    client.force_login(make_person())

    assert client.post(reverse("inbox:notice_open", args=[notice.pk])).status_code == 404


def test_all_notices_are_marked_as_read_at_once(client: Client) -> None:
    person = make_person()
    services.tell(person=person, words="One")
    client.force_login(person)

    client.post(reverse("inbox:read_all"))

    assert not Notice.objects.unread().exists()


def test_desk_shows_first_steps_notices_and_consents(client: Client) -> None:
    person = make_person(email="ana@example.org")
    services.tell(person=person, words="Look")
    services.tell(person=person, words="Answer me", needs_answer_by=NOW)
    OutboxMail.objects.create(
        to="ana@example.org", sender="x", subject="x", made_at=NOW, status="failed"
    )
    client.force_login(person)

    page = client.get(reverse("portal:desk")).content.decode()

    for words in (
        "First steps",
        "Choose how you come back",
        "Look",
        "Answer me",
        "1 message to ana@example.org did not get through.",
        "Stand in the directory",
    ):
        assert words in page


def test_strange_parameters_give_a_page(client: Client) -> None:
    client.force_login(make_person(is_staff=True))

    for query in ("page=-1", "show=%00", "status=" + "x" * 10_000):
        assert client.get(f"{reverse('inbox:inbox')}?{query}").status_code == 200
        assert client.get(f"{reverse('inbox:outbox')}?{query}").status_code == 200
