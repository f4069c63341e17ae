"""Requests about records, and the decisions on them."""

import secrets
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from creaspace.core.subjects import Subject, subject_of
from creaspace.core.viewer import Viewer

LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none that is taken for another when read aloud
CODE_LENGTH = 12
CONTACT_KEPT = timedelta(days=365)


def new_code() -> str:
    """58 bits that cannot be guessed, in a form that can be copied by hand."""
    return "".join(secrets.choice(LETTERS) for _place in range(CODE_LENGTH))


class RequestQuerySet(models.QuerySet["Request"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Nobody finds a request by looking round: its code opens it, or the duty to decide it."""
        return self.none()

    def open(self) -> Self:
        return self.filter(state=Request.State.OPEN)

    def about(self, record: models.Model) -> Self:
        subject = subject_of(record)
        return self.filter(subject_label=subject.label, subject_key=subject.key)

    def with_old_contact_at(self, now: datetime) -> Self:
        """Closed so long ago that nobody needs to be reached any more."""
        return self.filter(closed_at__lt=now - CONTACT_KEPT).exclude(contact="")


class Request(models.Model):
    """Somebody, with or without an account, asks for something about one record."""

    class Kind(models.TextChoices):
        CORRECT = "correct", _("Correct or add something")
        HIDE = "hide", _("Hide it from the public")
        REMOVE = "remove", _("Remove it")
        QUESTION = "question", _("Ask a question")

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("request", "Waiting for a decision")
        ACCEPTED = "accepted", pgettext_lazy("request", "Accepted")
        DECLINED = "declined", pgettext_lazy("request", "Declined")
        WITHDRAWN = "withdrawn", _("Withdrawn by whoever asked")

    code = models.CharField(max_length=20, unique=True, default=new_code, editable=False)
    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)
    kind = models.CharField(_("what is asked"), max_length=8, choices=Kind)
    speaks_for = models.BooleanField(_("speaks for it"), default=False)
    field = models.CharField(_("which detail"), max_length=80, blank=True)
    words = models.TextField(_("in their words"), max_length=4000)
    proposed = models.TextField(_("what it should say"), max_length=2000, blank=True)
    evidence = models.TextField(_("how they know"), max_length=1000, blank=True)
    contact = models.CharField(_("how to reach them"), max_length=200, blank=True)
    language = models.CharField(max_length=35, default="en")
    state = models.CharField(
        pgettext_lazy("request", "state"), max_length=9, choices=State, default=State.OPEN
    )
    made_at = models.DateTimeField(pgettext_lazy("request", "asked"))
    closed_at = models.DateTimeField(pgettext_lazy("request", "closed"), null=True, blank=True)
    by_id = models.BigIntegerField(null=True, blank=True)  # empty: asked without an account
    by_label = models.CharField(max_length=200, blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        indexes = [
            models.Index(
                fields=["subject_label", "made_at"], condition=Q(state="open"), name="request_open"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None)
                | (~Q(state="open") & Q(closed_at__isnull=False)),
                name="request_closed_when_not_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.code})"

    def get_absolute_url(self) -> str:
        return reverse("moderation:request", args=[self.code])

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_label, self.subject_key)

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    def newest_decision(self) -> "Decision | None":
        return self.decisions.order_by("-at", "-pk").first()


class DecisionQuerySet(models.QuerySet["Decision"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Every decision is public, without the name of anybody who asked or decided."""
        return self.all()


class Decision(models.Model):
    """What was decided on a request, on which ground; never changed, only followed by another."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", pgettext_lazy("request", "Accepted")
        DECLINED = "declined", pgettext_lazy("request", "Declined")
        UNDONE = "undone", pgettext_lazy("request", "Taken back")

    class Role(models.TextChoices):
        """In which relation to the record the person who decided stood."""

        STEWARD = "steward", _("a steward of the record")
        ORGANISER = "organiser", _("an organiser")
        HOST = "host", _("whoever runs this site")

    class Ground(models.TextChoices):
        RIGHT = "right", _("A source shows that it is right")
        OWN_WISH = "own_wish", _("Whoever is described asked for it")
        PERSONAL = "personal", _("It tells something about a person")
        HARM = "harm", _("It can do harm to somebody")
        ANSWERED = "answered", _("The question is answered")
        NO_EVIDENCE = "no_evidence", _("Nothing shows it yet")
        SOURCED = "sourced", _("A public source says what is shown")
        KNOWN = "known", _("The same was asked and decided before")
        ELSEWHERE = "elsewhere", _("It is not about this record")
        ABUSE = "abuse", _("It was no serious request")
        MISTAKE = "mistake", _("The decision was a mistake")

    request = models.ForeignKey(Request, models.CASCADE, related_name="decisions")
    outcome = models.CharField(pgettext_lazy("request", "decision"), max_length=8, choices=Outcome)
    ground = models.CharField(pgettext_lazy("request", "ground"), max_length=11, choices=Ground)
    reason = models.TextField(pgettext_lazy("request", "reason"), max_length=1000)
    role = models.CharField(_("decided by"), max_length=9, choices=Role)
    language = models.CharField(max_length=35, default="en")
    at = models.DateTimeField(pgettext_lazy("request", "when"), db_index=True)
    by_id = models.BigIntegerField(null=True, blank=True)
    by_label = models.CharField(max_length=200, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="decision_has_a_reason")
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.request}"


GROUNDS: dict[str, tuple[str, ...]] = {
    Decision.Outcome.ACCEPTED: ("right", "own_wish", "personal", "harm", "answered"),
    Decision.Outcome.DECLINED: ("no_evidence", "sourced", "known", "elsewhere", "abuse"),
    Decision.Outcome.UNDONE: ("mistake", "own_wish", "right"),
}
