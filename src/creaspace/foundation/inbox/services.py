"""Telling people something, and posting e-mails."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parseaddr
from functools import partial
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from creaspace.core.subjects import subject_of
from creaspace.core.verdicts import Refused, ensure
from creaspace.foundation.inbox.models import Notice, OutboxMail
from creaspace.foundation.inbox.rules import can_see_outbox
from creaspace.foundation.inbox.tasks import deliver
from creaspace.foundation.people import mail_marks
from creaspace.foundation.people.models import Person
from creaspace.foundation.people.second_factor import can_act_for_others
from creaspace.foundation.records.services import note_act


@transaction.atomic
def tell(
    *,
    person: Person,
    words: str,
    kind: str = Notice.Kind.NEWS,
    parameters: Mapping[str, Any] | None = None,
    words_plural: str = "",
    about: models.Model | None = None,
    url: str = "",
    needs_answer_by: datetime | None = None,
    now: datetime | None = None,
) -> Notice:
    """Put a notice into somebody's inbox.

    `words` is the English source text with named placeholders, marked with `gettext_noop` where it
    is written; it is translated when it is read. With `words_plural` the parameter `count` chooses.
    """
    subject = subject_of(about) if about is not None else None
    notice = Notice(
        person=person,
        kind=kind,
        words=words,
        words_plural=words_plural,
        parameters=dict(parameters or {}),
        subject_label=subject.label if subject else "",
        subject_key=subject.key if subject else "",
        url=url,
        made_at=now or timezone.now(),
        needs_answer_by=needs_answer_by,
    )
    notice.full_clean()
    notice.save()
    return notice


def mark_read(*, person: Person, notices: list[int] | None = None, now: datetime) -> int:
    """Mark these notices of a person as read, or all of them; returns how many were unread."""
    unread = Notice.objects.visible_to(person).unread()
    if notices is not None:
        unread = unread.filter(pk__in=notices)
    return unread.update(read_at=now)


def mark_answered(*, about: models.Model, person: Person, now: datetime) -> int:
    """What was asked about a record is done: its notices no longer wait, wherever it was done."""
    subject = subject_of(about)
    asked = Notice.objects.visible_to(person).waiting()
    asked = asked.filter(subject_label=subject.label, subject_key=subject.key)
    return asked.update(answered_at=now, read_at=now)


@transaction.atomic
def post(message: EmailMessage) -> list[OutboxMail]:
    """Write one row for each recipient, and deliver them once the transaction stands."""
    if message.attachments:
        # Attachments are lost on many ways to qq.com and 163.com; what is sent is a link.
        error = "The outbox keeps no attachments. Send the address of the file instead."
        raise ValueError(error)
    addresses = [parseaddr(written)[1] for written in message.recipients()]
    rows = [_row(message, address) for address in dict.fromkeys(addresses) if address]
    for row in rows:
        row.full_clean(exclude=["to"])  # a wrong address is said by the mail server, in the row
        row.save()
        transaction.on_commit(partial(deliver.enqueue, row.pk))
    return rows


def _row(message: EmailMessage, address: str) -> OutboxMail:
    headers = dict(message.extra_headers)
    purpose = headers.pop(mail_marks.PURPOSE, "")
    is_secret = headers.pop(mail_marks.SECRET, "") == "yes"
    now = timezone.now()
    is_html = message.content_subtype == "html"
    return OutboxMail(
        to=address,
        sender=message.from_email,
        reply_to=", ".join(message.reply_to)[:320],
        subject=" ".join(str(message.subject).split()),
        body="" if is_html else str(message.body),
        html=str(message.body) if is_html else _html_of(message),
        headers=headers,
        purpose=purpose[:60],
        is_secret=is_secret,
        next_attempt_at=now,
        made_at=now,
    )


def _html_of(message: EmailMessage) -> str:
    if not isinstance(message, EmailMultiAlternatives):
        return ""
    for alternative in message.alternatives:
        content, kind = alternative[0], alternative[1]
        if kind == "text/html":
            return str(content)
    return ""


@transaction.atomic
def send_again(*, mail: OutboxMail, by: Person, now: datetime) -> None:
    """Give an e-mail that was not taken, or did not arrive, another start."""
    ensure(can_see_outbox(by))
    ensure(can_act_for_others(by))
    if not mail.can_be_sent_again:
        raise Refused(_("This e-mail held a one-time code, or is waiting already."))
    OutboxMail.objects.filter(pk=mail.pk).update(
        status=OutboxMail.Status.WAITING, attempts=0, error="", next_attempt_at=now
    )
    note_act(verb="send_again", about=mail, by=by)
    transaction.on_commit(partial(deliver.enqueue, mail.pk, by=by))
