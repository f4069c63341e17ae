"""What a person agreed to, in which words, and since when."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from creaspace.foundation.people.wordings import PURPOSES


class ConsentQuerySet(models.QuerySet["Consent"]):
    def standing(self) -> Self:
        """Given and not withdrawn."""
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """One yes to one purpose; withdrawing dates it, and a new yes is a new row."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="consents")
    purpose = models.CharField(
        _("purpose"), max_length=20, choices=[(one.name, one.title) for one in PURPOSES]
    )
    wording_version = models.CharField(_("version of the words"), max_length=20)
    wording = models.TextField(_("words agreed to"))
    language = models.CharField(_("language of the words"), max_length=35)
    given_at = models.DateTimeField(_("given on"))
    withdrawn_at = models.DateTimeField(_("withdrawn on"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["purpose", "given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=Q(withdrawn_at=None),
                name="consent_standing_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.purpose}"
