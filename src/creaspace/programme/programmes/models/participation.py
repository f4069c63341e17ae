"""Which spaces belong to a programme, and as what."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space, spaces_shown_to
from creaspace.core.viewer import Viewer
from creaspace.foundation.vocabularies.models import Concept
from creaspace.programme.programmes.fields import source_language_field
from creaspace.programme.programmes.models.programme import Programme, programmes_shown_to
from creaspace.programme.programmes.models.session import Session

SELECTED = "selected-participant"
CONTEXT = "context"  # comparable places that nobody has shown to be part of the programme


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Where both the programme and the space may be seen."""
        return self.filter(
            programmes_shown_to(viewer, at="programme"), spaces_shown_to(viewer, at="space")
        )

    def part_of_programme(self) -> Self:
        return self.exclude(role__notation=CONTEXT)

    def only_context(self) -> Self:
        return self.filter(role__notation=CONTEXT)

    def selected(self) -> Self:
        return self.filter(role__notation=SELECTED)

    def with_spaces(self) -> Self:
        return self.select_related("space__country", "space__city", "role", "programme")

    def distinct_spaces(self) -> dict[int, str | None]:
        """Key of each space, once however many roles it has, and the code of its country."""
        return dict(self.order_by().values_list("space_id", "space__country_id"))


class Participation(models.Model):
    """A space in a programme: chosen for it, visited by it, named by it, or only next to it."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="participations")
    space = models.ForeignKey(Space, models.CASCADE, related_name="participations")
    role = models.ForeignKey(Concept, models.PROTECT, related_name="+")
    session = models.ForeignKey(
        Session, models.SET_NULL, null=True, blank=True, related_name="participations"
    )
    representative_role = models.CharField(
        _("role of the person who represented the space"), max_length=200, blank=True
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source_language = source_language_field()

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "space", "role"], name="participation_role_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.space} ({self.role})"

    @property
    def is_part_of_programme(self) -> bool:
        """Places given for comparison are not part of it, and every page must say so."""
        return self.role.notation != CONTEXT

    @property
    def is_selected(self) -> bool:
        return self.role.notation == SELECTED
