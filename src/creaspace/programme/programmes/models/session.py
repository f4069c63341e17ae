"""The meetings of a programme: somewhere, with a host, on dates that may move."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from creaspace.core.viewer import Viewer
from creaspace.foundation.people.models import Organisation
from creaspace.foundation.places.models import City, Country
from creaspace.programme.programmes.fields import source_language_field
from creaspace.programme.programmes.models.programme import Programme, programmes_shown_to
from creaspace.programme.programmes.models.schedule import Schedule


class SessionQuerySet(models.QuerySet["Session"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """The sessions of the programmes this viewer may see."""
        return self.filter(programmes_shown_to(viewer, at="programme"))

    def with_everything(self) -> Self:
        """With programme, place, host and versions of the dates, in a fixed number of queries."""
        related = self.select_related("programme", "city", "country", "host", "schedule")
        return related.prefetch_related("schedule__versions__source")

    def in_time(self) -> "list[Session]":
        """By the day they began or will begin; those without a day last."""
        return sorted(self, key=lambda session: session.sort_key())


class Session(models.Model):
    """One meeting of a programme in one place: a study visit, a workshop, or both together."""

    slug = models.SlugField(max_length=120, unique=True)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="sessions")
    schedule = models.OneToOneField(Schedule, models.PROTECT, related_name="session")
    city = models.ForeignKey(City, models.PROTECT, null=True, blank=True, related_name="sessions")
    city_name = models.CharField(_("city as the source names it"), max_length=120, blank=True)
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="sessions"
    )
    host = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="hosted"
    )
    delegation = models.TextField(_("delegation"), blank=True)
    note = models.TextField(_("note"), blank=True)
    source_language = source_language_field()

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        place = self.place_name()
        return gettext("Session in %(place)s") % {"place": place} if place else self.slug

    def get_absolute_url(self) -> str:
        return reverse("programmes:session", args=[self.programme.slug, self.slug])

    def place_name(self) -> str:
        """The city in the reader's language where it is in the gazetteer; else as written."""
        return str(self.city or self.city_name)

    def sort_key(self) -> tuple[str, str]:
        current = self.schedule.current()
        return (current.starts_on if current and current.starts_on else "9999", self.slug)
