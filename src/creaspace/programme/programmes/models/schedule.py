"""When something takes place, in versions: what was planned stays readable after it moved."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from creaspace.foundation.statements.models import Source
from creaspace.programme.programmes.fields import partial_date_field, source_language_field
from creaspace.programme.programmes.spans import span_words


class Schedule(models.Model):
    """The dates of one session. Its versions hold them; the newest counts."""

    def __str__(self) -> str:
        current = self.current()
        return str(current) if current else str(_("No date yet"))

    def in_order(self) -> "list[ScheduleVersion]":
        """Every version, the first plan first; read once where the versions were fetched ahead."""
        return sorted(self.versions.all(), key=lambda version: version.number)

    def current(self) -> "ScheduleVersion | None":
        """The version that counts, or None while nobody has set a date."""
        versions = self.in_order()
        return versions[-1] if versions else None

    def superseded(self) -> "list[ScheduleVersion]":
        """The versions that no longer count, the newest of them first."""
        return self.in_order()[-2::-1]

    def has_moved(self) -> bool:
        return bool(self.superseded())


class ScheduleVersion(models.Model):
    """The dates as they stood at one time, and the source that gave them."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        CANCELLED = "cancelled", _("Cancelled")

    schedule = models.ForeignKey(Schedule, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    state = models.CharField(_("state"), max_length=9, choices=State)
    starts_on = partial_date_field(_("begins"))
    ends_on = partial_date_field(_("ends"))
    words = models.CharField(_("as the source says it"), max_length=200, blank=True)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="schedule_versions"
    )
    note = models.TextField(_("note"), blank=True)
    source_language = source_language_field()
    noted_at = models.DateTimeField(_("noted"), default=timezone.now)

    class Meta:
        ordering = ["schedule", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["schedule", "number"], name="schedule_version_number_once"
            ),
            models.CheckConstraint(
                condition=~Q(starts_on="", words=""),
                name="schedule_version_says_when",
                violation_error_message=_("Give a first day, or the words of the source."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on="") | Q(ends_on__gte=models.F("starts_on")),
                name="schedule_version_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def __str__(self) -> str:
        return self.when()

    def when(self) -> str:
        """The dates in the reader's habit, or the words of the source where it gave no day."""
        return span_words(self.starts_on, self.ends_on) if self.starts_on else self.words

    @property
    def is_in_words(self) -> bool:
        """Whether only the source's own words say when; they stand in `source_language`."""
        return not self.starts_on

    @property
    def was_held(self) -> bool:
        return self.state == self.State.HELD
