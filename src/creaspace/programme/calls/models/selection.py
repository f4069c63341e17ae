"""Whom a call chose."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space, spaces_shown_to
from creaspace.core.viewer import Viewer
from creaspace.programme.calls.models.call import Call
from creaspace.programme.programmes.models import programmes_shown_to


class SelectionQuerySet(models.QuerySet["Selection"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Where both the call and the space may be seen."""
        return self.filter(
            programmes_shown_to(viewer, at="call__programme"), spaces_shown_to(viewer, at="space")
        )

    def with_spaces(self) -> Self:
        return self.select_related("space__country", "space__city", "space__kind__scheme")

    def with_calls(self) -> Self:
        related = self.select_related(
            "call__programme", "call__session__city", "call__session__programme"
        )
        return related.order_by("call__deadline_on", "call__slug")


class Selection(models.Model):
    """A space that a call chose."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="selections")
    space = models.ForeignKey(Space, models.CASCADE, related_name="selections")
    position = models.PositiveSmallIntegerField(_("position"))

    objects = SelectionQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["call", "space"], name="selection_space_once")
        ]

    def __str__(self) -> str:
        return f"{self.call}: {self.space}"
