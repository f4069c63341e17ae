"""Organisations, their other names, and who belongs to them."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from creaspace.core.viewer import Viewer


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Organisations are public: what they did in a programme is on record."""
        return self.all()

    def matching(self, words: str) -> Self:
        """Organisations one of whose names, or whose city, holds these words."""
        found = (
            Q(name__icontains=words)
            | Q(full_name__icontains=words)
            | Q(local_name__icontains=words)
            | Q(city_name__icontains=words)
        )
        other = OrganisationAlias.objects.filter(name__icontains=words).values("organisation")
        return self.filter(found | Q(pk__in=other))

    def organised_by(self, person_id: int) -> Self:
        """Those for which this person may act."""
        return self.filter(
            memberships__person_id=person_id,
            memberships__role=Membership.Role.ORGANISER,
            memberships__ended_at=None,
        )

    def with_counts(self) -> Self:
        current = Q(memberships__ended_at=None)
        return self.annotate(member_count=Count("memberships", filter=current, distinct=True))


class Organisation(models.Model):
    """A body that organises, funds, hosts or supports: a research unit, a foundation, a ministry."""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=300)
    full_name = models.CharField(_("full name"), max_length=300, blank=True)
    local_name = models.CharField(_("name in the local language"), max_length=300, blank=True)
    local_language = models.CharField(max_length=35, blank=True)  # BCP 47
    city_name = models.CharField(_("city"), max_length=120, blank=True)
    description = models.TextField(_("description"), blank=True)
    source_language = models.CharField(max_length=35, default="en")
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Membership", related_name="organisations"
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "slug"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:organisation", args=[self.slug])


class OrganisationAlias(models.Model):
    """Another name under which a source speaks of an organisation."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=300)
    language = models.CharField(_("language"), max_length=35, default="en")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="organisation_alias_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person belongs to an organisation; its organisers act and invite for it."""

    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        ORGANISER = "organiser", _("Organiser")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=9, choices=Role, default=Role.MEMBER)
    began_at = models.DateTimeField(_("since"), default=timezone.now)
    ended_at = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["organisation__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(ended_at=None),
                name="membership_current_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.organisation}"

    @property
    def is_organiser(self) -> bool:
        return self.role == self.Role.ORGANISER and self.ended_at is None
