"""Workshops, what was said in them, and what they concluded."""

from typing import Self

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space, spaces_shown_to
from creaspace.core.viewer import Viewer
from creaspace.foundation.places.models import City
from creaspace.foundation.vocabularies.models import Concept
from creaspace.programme.programmes.fields import partial_date_field, source_language_field
from creaspace.programme.programmes.models import Session, programmes_shown_to


class WorkshopQuerySet(models.QuerySet["Workshop"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """The workshops of programmes this viewer may see; each can say its name at once."""
        related = self.select_related("city", "session__city")
        return related.filter(programmes_shown_to(viewer, at="session__programme"))

    def with_session(self) -> Self:
        """With programme, venue, place and every version of the session's dates."""
        related = self.select_related(
            "city",
            "venue__country",
            "session__programme",
            "session__city",
            "session__country",
            "session__schedule",
        )
        return related.prefetch_related("session__schedule__versions__source")

    def with_counts(self) -> Self:
        """Each with `talk_count`."""
        return self.annotate(talk_count=Count("talks", distinct=True))

    def in_time(self) -> "list[Workshop]":
        """By their own day, else by their session's first; those without a day last."""
        return sorted(self, key=lambda workshop: workshop.sort_key())


class Workshop(models.Model):
    """People of several trades talk for a day, within a session of a programme."""

    slug = models.SlugField(max_length=120, unique=True)
    session = models.ForeignKey(Session, models.PROTECT, related_name="workshops")
    held_on = partial_date_field(_("day"))
    venue = models.ForeignKey(
        Space, models.PROTECT, null=True, blank=True, related_name="workshops_hosted"
    )
    city = models.ForeignKey(City, models.PROTECT, null=True, blank=True, related_name="workshops")
    city_name = models.CharField(_("city as the source names it"), max_length=120, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    participants = models.TextField(_("who took part"), blank=True)
    participant_kinds = models.JSONField(_("kinds of participants"), default=list, blank=True)
    note = models.TextField(_("note"), blank=True)
    source_language = source_language_field()

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        place = self.place_name()
        return gettext("Workshop in %(place)s") % {"place": place} if place else self.slug

    def get_absolute_url(self) -> str:
        return reverse("workshops:workshop", args=[self.slug])

    def place_name(self) -> str:
        """The city in the reader's language where it is in the gazetteer; else as written."""
        return str(self.city or self.city_name or self.session.place_name())

    def sort_key(self) -> tuple[str, str]:
        return (self.held_on or self.session.sort_key()[0], self.slug)

    @property
    def kinds_as_text(self) -> str:
        """The kinds of participants, one on a line: the form in which they are translated."""
        return "\n".join(str(kind) for kind in self.participant_kinds)


class TalkQuerySet(models.QuerySet["Talk"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Talks of visible workshops; a talk about a hidden space is left out with it."""
        return self.filter(
            Q(space=None) | spaces_shown_to(viewer, at="space"),
            programmes_shown_to(viewer, at="workshop__session__programme"),
        )

    def with_spaces(self) -> Self:
        return self.select_related("kind__scheme", "space__country")


class Talk(models.Model):
    """One part of a workshop: who spoke in which role, about what."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="talks")
    number = models.PositiveSmallIntegerField(_("place in the record"))
    position = models.PositiveSmallIntegerField(  # empty: the order is not known
        _("place in the order of the day"), null=True, blank=True
    )
    kind = models.ForeignKey(Concept, models.PROTECT, related_name="+")
    space = models.ForeignKey(
        Space, models.SET_NULL, null=True, blank=True, related_name="talks_given"
    )
    topic = models.TextField(_("topic"), blank=True)
    speaker_role = models.CharField(_("role of the speaker"), max_length=300, blank=True)
    slides_offered = models.BooleanField(_("slides were offered"), default=False)
    is_derived = models.BooleanField(_("worked out, not read"), default=False)
    basis = models.TextField(_("how it was worked out"), blank=True)
    source_language = source_language_field()

    objects = TalkQuerySet.as_manager()

    class Meta:
        ordering = ["workshop", "number"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "number"], name="talk_number_once"),
            models.UniqueConstraint(fields=["workshop", "position"], name="talk_position_once"),
            models.CheckConstraint(
                condition=Q(is_derived=False) | ~Q(basis=""),
                name="talk_derived_says_how",
                violation_error_message=_("Say how the talk was worked out."),
            ),
        ]

    def __str__(self) -> str:
        return self.topic or f"{self.kind}: {self.space or self.number}"


class Conclusion(models.Model):
    """What a workshop took away, in the words of its record."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="conclusions")
    position = models.PositiveSmallIntegerField(_("place"))
    text = models.TextField(_("conclusion"))
    source_language = source_language_field()

    class Meta:
        ordering = ["workshop", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "position"], name="conclusion_position_once"
            )
        ]

    def __str__(self) -> str:
        return self.text
