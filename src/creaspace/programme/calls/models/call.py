"""A call: of a funder for programmes, or of a programme for spaces."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from creaspace.core.viewer import Viewer
from creaspace.foundation.people.models import Organisation
from creaspace.programme.programmes.fields import partial_date_field, source_language_field
from creaspace.programme.programmes.models import Programme, Session, programmes_shown_to
from creaspace.programme.programmes.spans import span_words

MOST_TILES = 200  # more applications than this are a number, not a row of tiles


class CallQuerySet(models.QuerySet["Call"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """The calls of the programmes this viewer may see."""
        return self.filter(programmes_shown_to(viewer, at="programme"))

    def with_related(self) -> Self:
        related = self.select_related(
            "programme", "issuer_organisation", "session__city", "session__programme"
        )
        return related.prefetch_related("session__schedule__versions")

    def in_story_order(self) -> Self:
        """The funder's calls first, then those of the programme, the earliest deadline first."""
        return self.order_by("level", "position", "slug")


class Call(models.Model):
    """An invitation with rules, criteria and a result.

    Two levels: a funder calls for programmes, a programme calls for spaces. The same number may
    occur on both and mean different things, so a count always stands beside its call.
    """

    class Level(models.TextChoices):
        FUNDER = "funder", _("A funder calls for programmes")
        PROGRAMME = "programme", _("A programme calls for spaces")

    slug = models.SlugField(max_length=120, unique=True)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="calls")
    level = models.CharField(_("level"), max_length=9, choices=Level)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    name = models.CharField(_("name"), max_length=200)
    issuer_organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="calls"
    )
    issuer = models.CharField(_("issued by, as the source says"), max_length=200, blank=True)
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="calls"
    )
    applicants = models.TextField(_("who may apply"), blank=True)
    deadline_on = partial_date_field(_("deadline"))
    period_starts_on = partial_date_field(_("period begins"))
    period_ends_on = partial_date_field(_("period ends"))
    places = models.PositiveSmallIntegerField(_("places offered"), null=True, blank=True)
    applications_received = models.PositiveIntegerField(
        _("applications received"), null=True, blank=True
    )
    selected_count = models.PositiveIntegerField(_("chosen"), null=True, blank=True)
    selected_countries = models.JSONField(_("countries of the chosen"), default=list, blank=True)
    funding = models.CharField(_("funding"), max_length=200, blank=True)
    result = models.TextField(_("result"), blank=True)
    note = models.TextField(_("note"), blank=True)
    source_language = source_language_field()

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["level", "position", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_ends_on="")
                | Q(period_ends_on__gte=models.F("period_starts_on")),
                name="call_period_ends_after_it_begins",
                violation_error_message=_("The period ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(selected_count=None)
                | Q(applications_received=None)
                | Q(selected_count__lte=models.F("applications_received")),
                name="call_chooses_among_the_received",
                violation_error_message=_("More were chosen than applied."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("calls:call", args=[self.slug])

    @property
    def is_of_funder(self) -> bool:
        return self.level == self.Level.FUNDER

    def period(self) -> str:
        if not self.period_starts_on:
            return ""
        return span_words(self.period_starts_on, self.period_ends_on)

    @property
    def shares(self) -> list[bool]:
        """One entry for each application, true for the chosen; empty where a number is missing."""
        received, chosen = self.applications_received, self.selected_count
        if not received or chosen is None or received > MOST_TILES:
            return []
        return [place < chosen for place in range(received)]
