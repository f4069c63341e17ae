"""Acts, versions, runs and rate limits."""

import hashlib
import json
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from creaspace.core.subjects import Subject, subject_of

SILENT_AFTER = timedelta(seconds=60)


class AboutQuerySet(models.QuerySet[Any]):
    """Rows that name a record by label and key."""

    def about(self, record: models.Model) -> Self:
        subject = subject_of(record)
        return self.filter(subject_label=subject.label, subject_key=subject.key)


class Act(models.Model):
    """One change: who did what to which record, when, and what it was before and after."""

    verb = models.CharField(_("what was done"), max_length=60)
    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)
    subject_title = models.CharField(max_length=300, blank=True)
    by_id = models.BigIntegerField(null=True, blank=True)  # no foreign key: erasure blanks it
    by_label = models.CharField(_("who"), max_length=200, blank=True)
    at = models.DateTimeField(_("when"), db_index=True)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)

    objects = AboutQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["subject_label", "subject_key", "-at"], name="act_about")]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_title}".strip()

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_label, self.subject_key)


class Version(models.Model):
    """What the public could read of a record at one moment, kept for citation."""

    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)
    number = models.PositiveIntegerField(_("version"))
    made_at = models.DateTimeField(_("made"))
    content = models.JSONField()
    digest = models.CharField(max_length=64)

    objects = AboutQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_label", "subject_key", "number"], name="version_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_label} {self.subject_key} v{self.number}"

    @staticmethod
    def digest_of(content: Any) -> str:
        plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(plain.encode()).hexdigest()


class ShortLink(models.Model):
    """A bare address without language (`/s/st-spot`) for chats and paper; it never dies."""

    name = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)

    objects = AboutQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["subject_label", "subject_key"], name="short_about")]

    def __str__(self) -> str:
        return f"/s/{self.name}"


def short_link_of(record: Any) -> ShortLink | None:
    """Remembered with the record: the picture's address and the citation both ask for it."""
    if not hasattr(record, "_short_link"):
        record._short_link = ShortLink.objects.about(record).first()
    link: ShortLink | None = record._short_link
    return link


class RunQuerySet(models.QuerySet["Run"]):
    def waiting_at(self, now: datetime) -> Self:
        """Runs whose time to be tried has come."""
        return self.filter(state=Run.State.WAITING, next_attempt_at__lte=now)

    def silent_at(self, now: datetime) -> Self:
        """Runs that began but have not been heard of: their worker died."""
        return self.filter(state=Run.State.RUNNING, heard_at__lt=now - SILENT_AFTER)


class Run(models.Model):
    """One piece of slow work: its progress, the wish to cancel it, and when last heard of."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")
        CANCELLED = "cancelled", _("Cancelled")

    task = models.CharField(max_length=200)
    arguments = models.JSONField(default=list)
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True)  # empty: not known
    doing = models.CharField(max_length=200, blank=True)
    result = models.JSONField(null=True, blank=True)
    error = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    cancel_wished = models.BooleanField(default=False)
    queued_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    by_id = models.BigIntegerField(null=True, blank=True)
    by_label = models.CharField(max_length=200, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ["-queued_at", "-pk"]
        indexes = [
            models.Index(
                fields=["next_attempt_at"], condition=Q(state="waiting"), name="run_waiting"
            ),
            models.Index(fields=["heard_at"], condition=Q(state="running"), name="run_running"),
        ]

    def __str__(self) -> str:
        return f"{self.task} ({self.get_state_display()})"

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None while nobody knows how much there is."""
        return min(1.0, self.done / self.total) if self.total else None

    @property
    def is_over(self) -> bool:
        return self.state in {self.State.DONE, self.State.FAILED, self.State.CANCELLED}


class RateLimit(models.Model):
    """How often something was tried in one window: a key such as `contact:203.0.113.7`."""

    key = models.CharField(max_length=200)
    window_begins_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "window_begins_at"], name="rate_limit_window")
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"
