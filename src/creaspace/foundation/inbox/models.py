"""Notices to people, and e-mails on their way out."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from creaspace.core.subjects import Subject
from creaspace.core.viewer import Viewer
from creaspace.foundation.people.models import Person


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """One's own, and nobody else's."""
        return self.filter(person_id=viewer.pk) if viewer.pk is not None else self.none()

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def waiting(self) -> Self:
        """Those that ask for an answer which was not given yet."""
        return self.filter(needs_answer_by__isnull=False, answered_at=None)


class Notice(models.Model):
    """Something a person should know; its words are kept as source text and parameters.

    The reader therefore sees them in their own language, also when that changes later.
    """

    class Kind(models.TextChoices):
        NEWS = "news", pgettext_lazy("notice", "News")
        CHANGE = "change", pgettext_lazy("notice", "Change")
        TASK = "task", pgettext_lazy("notice", "To do")
        ACCOUNT = "account", pgettext_lazy("notice", "Account")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(_("kind"), max_length=7, choices=Kind, default=Kind.NEWS)
    words = models.TextField(_("what it says"))  # the English source text, with named placeholders
    words_plural = models.TextField(blank=True)
    parameters = models.JSONField(default=dict, blank=True)
    subject_label = models.CharField(max_length=80, blank=True)
    subject_key = models.CharField(max_length=64, blank=True)
    url = models.CharField(_("address"), max_length=500, blank=True)
    made_at = models.DateTimeField(_("when it was made"))
    read_at = models.DateTimeField(_("when it was read"), null=True, blank=True)
    needs_answer_by = models.DateTimeField(_("to be answered by"), null=True, blank=True)
    answered_at = models.DateTimeField(_("when it was answered"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["person"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(fields=["person", "-made_at"], name="notice_of_person"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The words in the language of whoever reads them now."""
        values: dict[str, Any] = self.parameters
        if self.words_plural:
            said = ngettext(self.words, self.words_plural, int(values.get("count", 0)))
        else:
            said = gettext(self.words)
        try:
            return said % values if values else said
        except (KeyError, TypeError, ValueError):
            return said

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_label, self.subject_key)

    @property
    def waits(self) -> bool:
        """Whether an answer is asked for and not given yet."""
        return self.needs_answer_by is not None and self.answered_at is None

    def is_late_at(self, now: datetime) -> bool:
        return bool(self.needs_answer_by and not self.answered_at and self.needs_answer_by < now)


class OutboxMailQuerySet(models.QuerySet["OutboxMail"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """To staff all, to an organiser those to people they organise, to others none."""
        person = Person.objects.filter(pk=viewer.pk).first() if viewer.pk is not None else None
        if person is None:
            return self.none()
        if person.is_staff:
            return self.all()
        led = Person.objects.led_by(person.pk).exclude(email="")
        return self.filter(to__in=led.values("email"))

    def stuck(self) -> Self:
        """Those that failed for good, or could not go since mail is off."""
        return self.filter(status__in=[OutboxMail.Status.FAILED, OutboxMail.Status.OFF])


class OutboxMail(models.Model):
    """One e-mail to one address, and how far it has come."""

    class Status(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("e-mail", "Waiting")
        SENT = "sent", pgettext_lazy("e-mail", "Sent")
        FAILED = "failed", pgettext_lazy("e-mail", "Failed")
        OFF = "off", _("Not sent: mail is off")

    to = models.EmailField(_("recipient"), max_length=320)
    sender = models.CharField(_("sender"), max_length=320)
    reply_to = models.CharField(max_length=320, blank=True)
    subject = models.CharField(
        _("subject line"), max_length=998
    )  # the longest line RFC 5322 allows
    body = models.TextField(_("text of the e-mail"), blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    purpose = models.CharField(_("purpose"), max_length=60, blank=True)
    is_secret = models.BooleanField(_("holds a one-time code"), default=False)
    status = models.CharField(
        _("state"), max_length=7, choices=Status, default=Status.WAITING, db_index=True
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True, blank=True)
    error = models.TextField(_("what went wrong"), blank=True)
    made_at = models.DateTimeField(_("when it was written"))
    sent_at = models.DateTimeField(_("when it was sent"), null=True, blank=True)

    objects = OutboxMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing e-mail")
        verbose_name_plural = _("outgoing e-mails")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"

    @property
    def is_blank(self) -> bool:
        """Whether its words were taken out after sending, since they held a one-time code."""
        return self.is_secret and not self.body and not self.html

    @property
    def can_be_sent_again(self) -> bool:
        return self.status != self.Status.WAITING and not self.is_blank
