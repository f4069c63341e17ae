"""E-mails as rows: delivered by a task, tried again, blanked, and never in a page's way."""

import socket
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as django_mail
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from creaspace.core.verdicts import Refused
from creaspace.foundation.inbox import services
from creaspace.foundation.inbox.models import OutboxMail
from creaspace.foundation.inbox.tasks import deliver
from creaspace.foundation.inbox.work import deliver_mail
from creaspace.foundation.people import mail_marks
from creaspace.foundation.records.models import Run
from creaspace.foundation.records.work import Later
from tests.foundation.people.factories import (
    make_member,
    make_organisation,
    make_organiser,
    make_person,
)

pytestmark = pytest.mark.django_db
MEMORY: dict[str, Any] = {
    "backend": "django.core.mail.backends.locmem.EmailBackend",
    "options": {},
}
OFF: dict[str, Any] = {"backend": "django.core.mail.backends.dummy.EmailBackend", "options": {}}


@pytest.fixture
def silent_server() -> dict[str, Any]:
    """The settings of a mail server behind a port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return {
        "backend": "django.core.mail.backends.smtp.EmailBackend",
        "options": {"host": "127.0.0.1", "port": port, "timeout": 2},
    }


@pytest.fixture(autouse=True)
def outbox_is_the_backend(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "creaspace.foundation.inbox.backends.OutboxBackend"
    settings.MAIL = MEMORY


def write(**marks: str) -> OutboxMail:
    EmailMessage("Hello", "The code is 123456.", None, ["ana@example.org"], headers=marks).send()
    return OutboxMail.objects.get()


def test_message_becomes_a_row_for_each_recipient() -> None:
    message = EmailMultiAlternatives(
        "Two\nlines",
        "text",
        "House <house@example.org>",
        ["Ana <ana@example.org>"],
        ["b@example.org"],
    )
    message.attach_alternative("<p>html</p>", "text/html")

    assert message.send() == 1

    rows = list(OutboxMail.objects.order_by("pk"))
    assert [row.to for row in rows] == ["ana@example.org", "b@example.org"]
    assert (rows[0].subject, rows[0].body, rows[0].html) == ("Two lines", "text", "<p>html</p>")


def test_row_is_delivered_once_the_transaction_stands(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = write()

    run = Run.objects.get()
    assert (run.task, run.arguments) == (deliver.path, [row.pk])


def test_delivered_mail_is_sent_once() -> None:
    row = write()

    assert deliver_mail(row.pk) == "sent"
    assert deliver_mail(row.pk) == "nothing to do"

    assert [message.body for message in django_mail.outbox] == ["The code is 123456."]
    row.refresh_from_db()
    assert row.sent_at is not None


def test_one_time_code_is_blanked_after_sending() -> None:
    row = write(**{mail_marks.PURPOSE: "login_code", mail_marks.SECRET: "yes"})

    deliver_mail(row.pk)

    row.refresh_from_db()
    assert (row.body, row.html, row.purpose) == ("", "", "login_code")
    assert not row.can_be_sent_again
    assert mail_marks.SECRET not in django_mail.outbox[0].extra_headers


def test_silent_server_is_tried_again_later(
    settings: Settings, silent_server: dict[str, Any]
) -> None:
    settings.MAIL = silent_server
    row, now = write(), timezone.now()

    with pytest.raises(Later):
        deliver_mail(row.pk, now=now)

    row.refresh_from_db()
    assert (row.status, row.attempts) == ("waiting", 1)
    assert row.error.startswith("ConnectionRefusedError")
    assert row.next_attempt_at == now + timedelta(minutes=2)


def test_mail_nobody_takes_fails_after_five_attempts(
    settings: Settings, silent_server: dict[str, Any]
) -> None:
    settings.MAIL = silent_server
    row = write(**{mail_marks.SECRET: "yes"})
    for _attempt in range(4):
        with pytest.raises(Later):
            deliver_mail(row.pk)

    assert deliver_mail(row.pk) == "failed"

    row.refresh_from_db()
    assert (row.status, row.attempts, row.body) == ("failed", 5, "")


def test_task_of_a_silent_server_waits_for_its_next_time(
    settings: Settings, silent_server: dict[str, Any]
) -> None:
    settings.MAIL = silent_server
    row = write()

    run = deliver.do_now(row.pk)

    assert run.state == Run.State.WAITING
    assert run.next_attempt_at is not None


def test_mail_that_is_off_says_so_and_keeps_no_code(settings: Settings) -> None:
    settings.MAIL = OFF
    row = write(**{mail_marks.SECRET: "yes"})

    assert deliver_mail(row.pk) == "off"

    row.refresh_from_db()
    assert (row.status, row.body) == ("off", "")


def test_attachment_is_refused_with_a_way_out() -> None:
    message = EmailMessage("Hello", "text", None, ["ana@example.org"])
    message.attach("a.txt", "text", "text/plain")

    with pytest.raises(ValueError, match="Send the address of the file instead"):
        message.send()


def test_failed_mail_gets_another_start_from_an_organiser() -> None:
    house = make_organisation()
    organiser = make_organiser(house)
    make_member(house, email="ana@example.org")
    row = write()
    OutboxMail.objects.update(status="failed", attempts=5)
    row.refresh_from_db()

    with pytest.raises(Refused):
        services.send_again(mail=row, by=make_person(), now=timezone.now())
    services.send_again(mail=row, by=organiser, now=timezone.now())

    row.refresh_from_db()
    assert (row.status, row.attempts) == ("waiting", 0)


def test_outbox_page_shows_each_role_its_part(client: Client) -> None:
    house = make_organisation()
    make_member(house, email="ana@example.org")
    write()
    url, answers = reverse("inbox:outbox"), []

    answers.append(client.get(url).status_code)
    client.force_login(make_member(house))
    answers.append(client.get(url).status_code)
    shown = []
    for person in (
        make_organiser(house),
        make_organiser(make_organisation()),
        make_person(is_staff=True),
    ):
        client.force_login(person)
        shown.append("ana@example.org" in client.get(url).content.decode())

    assert answers == [302, 403]
    assert shown == [True, False, True]


def test_words_of_a_mail_are_shown_to_nobody(client: Client) -> None:
    write()
    client.force_login(make_person(is_staff=True))

    assert "123456" not in client.get(reverse("inbox:outbox")).content.decode()
