"""A programme, what it set out to do, and the organisations behind it."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from creaspace.core.viewer import Viewer
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.vocabularies.models import Concept
from creaspace.programme.programmes.fields import partial_date_field, source_language_field
from creaspace.programme.programmes.spans import span_words

if TYPE_CHECKING:
    from creaspace.foundation.statements.evidence import Evidence


def programmes_shown_to(viewer: Viewer, at: str = "") -> Q:
    """Published programmes; drafts have no readers until programmes have stewards.

    `at` leads from another kind of row to its programme.
    """
    return Q((f"{at}__published_at__isnull" if at else "published_at__isnull", False))


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def published(self) -> Self:
        return self.filter(published_at__isnull=False)

    def visible_to(self, viewer: Viewer) -> Self:
        """What `programmes_shown_to` says."""
        return self.filter(programmes_shown_to(viewer))

    def newest_first(self) -> Self:
        return self.order_by("-starts_on", "name")

    def with_counts(self) -> Self:
        """Each with `session_count`."""
        return self.annotate(session_count=models.Count("sessions", distinct=True))


class Programme(models.Model):
    """One edition of a programme: a frame, a period, organisers, sessions, participants."""

    evidence: "Evidence"  # read by its page once, for the chapters of its story too

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=200)
    acronym = models.CharField(_("acronym"), max_length=20, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    scheme = models.CharField(_("funding scheme"), max_length=200, blank=True)
    starts_on = partial_date_field(_("begins"))
    ends_on = partial_date_field(_("ends"))
    source_language = source_language_field()
    published_at = models.DateTimeField(_("published"), null=True, blank=True)  # empty: a draft
    organisations = models.ManyToManyField(
        Organisation, through="Involvement", related_name="programmes"
    )

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on="") | Q(ends_on__gte=models.F("starts_on")),
                name="programme_ends_after_it_begins",
                violation_error_message=_("The programme ends before it begins."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("programmes:programme", args=[self.slug])

    def period(self) -> str:
        """From when to when, in the reader's habit; empty while no date is known."""
        return span_words(self.starts_on, self.ends_on) if self.starts_on else ""


class Objective(models.Model):
    """One aim of a programme, in its own words."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="objectives")
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.TextField(_("objective"))
    source_language = source_language_field()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "position"], name="objective_position_once"
            )
        ]

    def __str__(self) -> str:
        return self.text


class InvolvementQuerySet(models.QuerySet["Involvement"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """What organisations did in the programmes this viewer may see."""
        return self.filter(programmes_shown_to(viewer, at="programme"))


class Involvement(models.Model):
    """What one organisation was in a programme, as its sources put it."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="involvements")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="involvements")
    position = models.PositiveSmallIntegerField(_("position"))
    role = models.CharField(_("role"), max_length=200)
    kind = models.ForeignKey(  # the role as a concept, where its words are known
        Concept, models.PROTECT, null=True, blank=True, related_name="+"
    )
    source_language = source_language_field()

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation", "role"], name="involvement_role_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.role}"
