"""Organisations, their other names, and who belongs to them."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from creaspace.core.languages import reader_language
from creaspace.core.viewer import Viewer
from creaspace.foundation.people.names import Called, called_for
from creaspace.foundation.places.models import City, Country
from creaspace.foundation.vocabularies.models import Concept


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Organisations are public, but those of demonstration accounts: only to their members."""
        known = Q(is_demonstration=False)
        if viewer.is_authenticated and viewer.pk is not None:
            own = Membership.objects.filter(person_id=viewer.pk, ended_at=None)
            known |= Q(pk__in=own.values("organisation"))
        return self.filter(known)

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

    def with_places(self) -> Self:
        return self.select_related("kind__scheme", "country", "city")


class Organisation(models.Model):
    """A body that organises, funds, hosts or supports: a foundation, a research unit, …"""

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=300)
    full_name = models.CharField(_("full name"), max_length=300, blank=True)
    local_name = models.CharField(_("name in the local language"), max_length=300, blank=True)
    local_language = models.CharField(max_length=35, blank=True)  # BCP 47
    kind = models.ForeignKey(
        Concept, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kind")
    )
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="organisations"
    )
    city = models.ForeignKey(
        City, models.PROTECT, null=True, blank=True, related_name="organisations"
    )
    city_name = models.CharField(_("city, as written"), max_length=120, blank=True)
    description = models.TextField(_("description"), blank=True)
    source_language = models.CharField(max_length=35, default="en")
    is_demonstration = models.BooleanField(_("for demonstration"), default=False)
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

    @property
    def called(self) -> Called:
        """Its names for the reader of this page: own script first for those who read it."""
        own, language = self.local_name, self.local_language
        return called_for(reader_language(), name=self.name, own=own, own_language=language)

    @property
    def place_line(self) -> str:
        """City and country in the reader's language, as far as they are known."""
        city = str(self.city) if self.city else self.city_name
        return ", ".join(str(part) for part in (city, self.country) if part)

    def has_other_organiser(self, person_id: int) -> bool:
        others = self.memberships.current().filter(role=Membership.Role.ORGANISER)
        return others.exclude(person_id=person_id).exists()


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
            models.UniqueConstraint(fields=["organisation", "name"], name="organisation_alias_once")
        ]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> Self:
        return self.filter(ended_at=None)


class Membership(models.Model):
    """A person belongs to an organisation; its organisers act and invite for it."""

    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        ORGANISER = "organiser", _("Organiser")

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=9, choices=Role, default=Role.MEMBER)
    began_at = models.DateTimeField(_("belongs since"), default=timezone.now)
    ended_at = models.DateTimeField(_("belonged until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

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
