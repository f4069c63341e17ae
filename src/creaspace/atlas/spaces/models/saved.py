"""Searches that people keep, and what they were told of them."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from creaspace.core.viewer import Viewer
from creaspace.foundation.people.models import Person

LONGEST_FILTERS = 1_000


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """One's own, and nobody else's."""
        return self.filter(person_id=viewer.pk) if viewer.pk is not None else self.none()

    def due_at(self, now: datetime) -> Self:
        """Those whose owner is to be told by now what is new, the longest due first."""
        return self.filter(next_look_at__lte=now).order_by("next_look_at", "pk")


class SavedSearch(models.Model):
    """A question to the atlas under a name, and which answers its owner knows."""

    class Rhythm(models.TextChoices):
        NEVER = "never", pgettext_lazy("notices", "No notices")
        DAILY = "daily", pgettext_lazy("notices", "Every day")
        WEEKLY = "weekly", pgettext_lazy("notices", "Every week")

    PAUSES = {Rhythm.DAILY: timedelta(days=1), Rhythm.WEEKLY: timedelta(days=7)}

    person = models.ForeignKey(Person, models.CASCADE, related_name="saved_searches")
    name = models.CharField(_("name"), max_length=80)
    filters = models.CharField(_("what is searched"), max_length=LONGEST_FILTERS, blank=True)
    rhythm = models.CharField(
        _("notice of new spaces"), max_length=6, choices=Rhythm, default=Rhythm.WEEKLY
    )
    made_at = models.DateTimeField()
    looked_at = models.DateTimeField()
    next_look_at = models.DateTimeField(null=True, blank=True)
    known = models.JSONField(
        null=True, blank=True
    )  # keys of all spaces ever found; empty: too many to keep
    told = models.JSONField(default=list, blank=True)  # keys of the last notice, newest first
    told_at = models.DateTimeField(null=True, blank=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "filters"],
                name="search_saved_once",
                violation_error_message=_("You have saved this search already."),
            )
        ]
        indexes = [models.Index(fields=["next_look_at"], name="saved_search_due")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where its new spaces are listed."""
        return reverse("spaces:search", args=[self.pk])

    @property
    def atlas_url(self) -> str:
        """The atlas as it was when the search was saved, with what is in it today."""
        there = reverse("spaces:list")
        return f"{there}?{self.filters}" if self.filters else there

    def look_after(self, now: datetime) -> datetime | None:
        """When to look again, counted from now; never, for whoever wants no notices."""
        pause = self.PAUSES.get(self.Rhythm(self.rhythm))
        return now + pause if pause else None
