"""Delivering one e-mail, and what to do when the mail server says no."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils import timezone

from creaspace.foundation.inbox.models import OutboxMail
from creaspace.foundation.records.work import MOST_ATTEMPTS, Later

logger = logging.getLogger(__name__)
FIRST_WAIT_MINUTES = 2


def is_mail_off() -> bool:
    backend: str = settings.MAIL["backend"]
    return backend.endswith("dummy.EmailBackend")


def deliver_mail(mail_id: int, *, now: datetime | None = None) -> str:
    """Try once to hand a waiting e-mail to the mail server; returns how it stands then.

    Raises `Later` when it is worth trying again.
    """
    mail = OutboxMail.objects.filter(pk=mail_id, status=OutboxMail.Status.WAITING).first()
    if mail is None:
        return "nothing to do"
    moment = now or timezone.now()
    if is_mail_off():
        return _settle(mail, OutboxMail.Status.OFF)
    mail.attempts += 1
    try:
        _hand_over(mail)
    except (OSError, ValueError) as error:  # smtplib's errors and sockets' are OSErrors
        return _refused(mail, error, moment)
    mail.sent_at = moment
    return _settle(mail, OutboxMail.Status.SENT)


def _hand_over(mail: OutboxMail) -> None:
    options: dict[str, Any] = settings.MAIL["options"]
    connection = get_connection(settings.MAIL["backend"], **options)
    message = EmailMultiAlternatives(
        mail.subject,
        mail.body,
        mail.sender,
        [mail.to],
        connection=connection,
        headers=mail.headers,
        reply_to=[mail.reply_to] if mail.reply_to else None,
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    message.send()


def _refused(mail: OutboxMail, error: Exception, moment: datetime) -> str:
    mail.error = f"{type(error).__name__}: {error}"[:2000]
    logger.warning("E-mail %s was not taken: %s", mail.pk, mail.error)
    if mail.attempts >= MOST_ATTEMPTS:
        return _settle(mail, OutboxMail.Status.FAILED)
    wait = FIRST_WAIT_MINUTES * 2 ** (mail.attempts - 1)
    mail.next_attempt_at = moment + timedelta(minutes=wait)
    mail.save(update_fields=["attempts", "error", "next_attempt_at"])
    raise Later(mail.error, minutes=FIRST_WAIT_MINUTES)


def _settle(mail: OutboxMail, status: OutboxMail.Status) -> str:
    """Write down the end of it; what held a one-time code holds it no longer."""
    mail.status, mail.next_attempt_at = status, None
    if status == OutboxMail.Status.SENT:
        mail.error = ""
    if mail.is_secret:
        mail.body = mail.html = ""
    mail.save()
    return str(status)
