"""Visits to spaces: on which days, to which stops."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Count, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space, spaces_shown_to
from creaspace.core.partial_dates import PartialDate
from creaspace.core.viewer import Viewer
from creaspace.foundation.statements.models import Source
from creaspace.programme.programmes.fields import (
    partial_date_is_readable,
    source_language_field,
)
from creaspace.programme.programmes.models import Session, programmes_shown_to


class VisitQuerySet(models.QuerySet["Visit"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """The visits of programmes this viewer may see; each can say its name at once."""
        shown = programmes_shown_to(viewer, at="session__programme")
        return self.filter(shown).select_related("session__city")

    def with_session(self) -> Self:
        """With programme, place, host and every version of the dates."""
        related = self.select_related(
            "session__programme",
            "session__city",
            "session__country",
            "session__host",
            "session__schedule",
        )
        return related.prefetch_related("session__schedule__versions__source")

    def with_counts(self) -> Self:
        """Each with `stop_count`."""
        return self.annotate(stop_count=Count("stops", distinct=True))

    def with_stops(self, viewer: Viewer) -> Self:
        """Each with its `days` and with `shown_stops`, those at spaces this viewer may see."""
        stops = Stop.objects.visible_to(viewer).with_spaces()
        return self.prefetch_related("days", Prefetch("stops", stops, to_attr="shown_stops"))

    def in_time(self) -> "list[Visit]":
        """By the day they began or will begin; those without a day last."""
        return sorted(self, key=lambda visit: visit.session.sort_key())


class Visit(models.Model):
    """A delegation goes to see spaces in one place; its dates are those of the session."""

    shown_stops: "list[Stop]"  # from `with_stops`

    slug = models.SlugField(max_length=120, unique=True)
    session = models.OneToOneField(Session, models.PROTECT, related_name="visit")
    stops_known = models.BooleanField(_("stops are known"), default=True)
    stop_days_known = models.BooleanField(  # empty: the question does not arise
        _("day of each stop is known"), null=True, blank=True
    )
    note = models.TextField(_("note"), blank=True)
    source_language = source_language_field()

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        place = self.session.place_name()
        return gettext("Study visit in %(place)s") % {"place": place} if place else self.slug

    def get_absolute_url(self) -> str:
        return reverse("visits:visit", args=[self.slug])


class Day(models.Model):
    """One day of a visit and what filled it."""

    class Kind(models.TextChoices):
        STUDY_VISIT = "study_visit", _("Study visit")
        WORKSHOP = "workshop", _("Workshop")

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="days")
    on = models.CharField(_("day"), max_length=10, validators=[partial_date_is_readable])
    kind = models.CharField(_("kind"), max_length=11, choices=Kind)
    is_derived = models.BooleanField(_("worked out, not read"), default=False)
    basis = models.TextField(_("how it was worked out"), blank=True)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="visit_days"
    )
    workshop_slug = models.SlugField(_("workshop"), max_length=120, blank=True)  # on our own floor
    source_language = source_language_field()

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "on"], name="visit_day_once"),
            models.CheckConstraint(
                condition=Q(is_derived=False) | ~Q(basis=""),
                name="visit_day_derived_says_how",
                violation_error_message=_("Say how the day was worked out."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"

    @property
    def date(self) -> date | None:
        """The calendar day, or None where only a month or year is known."""
        known = PartialDate.parse(self.on)
        return known.earliest if known.precision == "day" else None


class StopQuerySet(models.QuerySet["Stop"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Stops of visible visits at visible spaces."""
        return self.filter(
            programmes_shown_to(viewer, at="visit__session__programme"),
            spaces_shown_to(viewer, at="space"),
        )

    def with_spaces(self) -> Self:
        return self.select_related("space__country", "space__city", "space__kind", "day")


class Stop(models.Model):
    """A space that was visited, and what the delegation looked at there."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="stops")
    space = models.ForeignKey(Space, models.CASCADE, related_name="visit_stops")
    position = models.PositiveSmallIntegerField(_("place in the report"))
    day = models.ForeignKey(Day, models.SET_NULL, null=True, blank=True, related_name="stops")
    focus = models.TextField(_("focus"), blank=True)
    source_language = source_language_field()

    objects = StopQuerySet.as_manager()

    class Meta:
        ordering = ["visit", "position"]
        constraints = [
            models.UniqueConstraint(fields=["visit", "position"], name="visit_stop_position_once")
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.space}"
