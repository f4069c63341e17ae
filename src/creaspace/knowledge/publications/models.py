"""What programmes published, and what they announced and nobody found."""

from typing import Self

from django.db import models
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space
from creaspace.core.viewer import Viewer
from creaspace.foundation.vocabularies.models import Concept
from creaspace.programme.programmes.fields import source_language_field
from creaspace.programme.programmes.models import Programme, programmes_shown_to


class OutputQuerySet(models.QuerySet["Output"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """The outputs of programmes this viewer may see."""
        return self.filter(programmes_shown_to(viewer, at="programme"))

    def with_programme(self) -> Self:
        return self.select_related("programme", "kind__scheme")

    def with_spaces(self, viewer: Viewer) -> Self:
        """Each with `covered`, the spaces it covers that this viewer may see."""
        spaces = Space.objects.visible_to(viewer).select_related("country")
        return self.prefetch_related(Prefetch("spaces", spaces, to_attr="covered"))

    def covering(self, space: Space) -> Self:
        return self.filter(spaces=space)


class Output(models.Model):
    """A website, report, publication, film or other result of a programme."""

    class Status(models.TextChoices):
        PUBLISHED = "published", _("Published")
        ANNOUNCED = "announced", _("Announced, not found")

    covered: "list[Space]"  # from `with_spaces`

    slug = models.SlugField(max_length=120, unique=True)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="outputs")
    kind = models.ForeignKey(Concept, models.PROTECT, related_name="+")
    status = models.CharField(_("status"), max_length=9, choices=Status)
    title = models.CharField(_("title"), max_length=300, blank=True)
    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("place"), default=0)
    source_language = source_language_field()
    spaces = models.ManyToManyField(Space, blank=True, related_name="outputs")

    objects = OutputQuerySet.as_manager()

    class Meta:
        ordering = ["programme", "position", "slug"]

    def __str__(self) -> str:
        return self.title or str(self.kind)

    def get_absolute_url(self) -> str:
        return reverse("publications:output", args=[self.slug])

    @property
    def is_announced(self) -> bool:
        return self.status == self.Status.ANNOUNCED
