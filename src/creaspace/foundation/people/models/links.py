"""One-time links: the key to an account, handed over in any chat."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from creaspace.core.subjects import Subject
from creaspace.core.viewer import Viewer
from creaspace.foundation.people.models.organisations import Membership, Organisation
from creaspace.foundation.people.models.persons import Person

VALID_FOR = timedelta(days=7)


def new_salt() -> str:
    return secrets.token_hex(16)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class OneTimeLinkQuerySet(models.QuerySet["OneTimeLink"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Only to whoever made them."""
        return self.filter(made_by_id=viewer.pk) if viewer.pk is not None else self.none()

    def open_at(self, now: datetime) -> Self:
        """Neither used nor taken back nor expired."""
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=now)


class OneTimeLink(models.Model):
    """A link that signs one person in, once, when its button is pressed.

    The database keeps the hash of its token and a salt; the token itself is made anew from the
    salt and the host's secret when its maker looks at it, so a copy of the database opens nothing.
    """

    class Purpose(models.TextChoices):
        INVITE = "invite", _("Invitation")
        SIGN_IN = "sign_in", _("Signing in")

    purpose = models.CharField(_("purpose"), max_length=7, choices=Purpose)
    salt = models.CharField(max_length=32, default=new_salt, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="sign_in_links",
        verbose_name=_("person it lets in"),
    )
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True)
    membership_role = models.CharField(
        max_length=9, choices=Membership.Role, default=Membership.Role.MEMBER
    )
    declared_role = models.CharField(
        _("role"),
        max_length=14,
        choices=Person.DeclaredRole,
        default=Person.DeclaredRole.CULTURAL_ACTOR,
    )
    subject_label = models.CharField(max_length=80, blank=True)  # what else it leads to:
    subject_key = models.CharField(max_length=64, blank=True)  # a space to look after, a call …
    note = models.CharField(_("For whom, as a note to yourself"), max_length=120, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="links_made",
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="links_used",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = OneTimeLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("one-time link")
        verbose_name_plural = _("one-time links")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose="invite", person=None) | Q(purpose="sign_in"),
                name="one_time_link_invites_no_member",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.made_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("people:link", args=[self.pk])

    @property
    def subject(self) -> Subject | None:
        """The record of a room above that this link is about, if any."""
        return Subject(self.subject_label, self.subject_key) if self.subject_label else None

    @property
    def bare_url(self) -> str:
        """The whole address without a language, to be pasted into any chat."""
        path = reverse("handover:bare", args=[self.token])
        return f"{settings.CREASPACE_PUBLIC_URL}{path}"

    @property
    def token(self) -> str:
        """The secret part of the address, from salt and host secret."""
        mark = salted_hmac("creaspace.people.one_time_link", self.salt, algorithm="sha256")
        return mark.hexdigest()[:40]

    def state_at(self, now: datetime) -> str:
        """One of ``open``, ``used``, ``withdrawn``, ``expired``."""
        if self.used_at is not None:
            return "used"
        if self.withdrawn_at is not None:
            return "withdrawn"
        return "open" if now < self.expires_at else "expired"
