"""Key questions, and the spaces that illustrate them."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.models import Space, spaces_shown_to
from creaspace.core.viewer import Viewer
from creaspace.foundation.vocabularies.models import Concept
from creaspace.programme.programmes.fields import source_language_field
from creaspace.programme.programmes.models import Programme, programmes_shown_to


class QuestionQuerySet(models.QuerySet["Question"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """The questions of the programmes this viewer may see."""
        return self.filter(programmes_shown_to(viewer, at="programme"))

    def with_concept(self) -> Self:
        return self.select_related("programme", "concept__scheme")

    def in_order(self) -> Self:
        return self.order_by("programme", "position", "slug")


class Question(models.Model):
    """One question a programme put to everybody, or an axis between two poles."""

    class Kind(models.TextChoices):
        QUESTION = "question", _("Question")
        AXIS = "axis", _("Axis between two poles")

    slug = models.SlugField(max_length=120, unique=True)
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="questions")
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="questions")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.QUESTION)
    position = models.PositiveSmallIntegerField(_("position"))
    label = models.CharField(_("question"), max_length=300)
    origin = models.CharField(_("where it comes from"), max_length=120, blank=True)
    pole_one = models.CharField(_("one pole"), max_length=120, blank=True)
    pole_other = models.CharField(_("the other pole"), max_length=120, blank=True)
    note = models.TextField(_("note"), blank=True)
    is_derived = models.BooleanField(_("reasoned out, not read"), default=False)
    basis = models.TextField(_("from what it was reasoned out"), blank=True)
    source_language = source_language_field()
    spaces = models.ManyToManyField(Space, through="Illustration", related_name="questions")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "position"], name="question_position_once"
            ),
            models.CheckConstraint(
                condition=~Q(kind="axis") | (~Q(pole_one="") & ~Q(pole_other="")),
                name="axis_has_two_poles",
                violation_error_message=_("An axis needs two poles."),
            ),
            models.CheckConstraint(
                condition=Q(is_derived=False) | ~Q(basis=""),
                name="question_derived_from_something",
                violation_error_message=_("Say from what the question was reasoned out."),
            ),
        ]

    def __str__(self) -> str:
        return self.concept.label()

    def get_absolute_url(self) -> str:
        return reverse("consultation:question", args=[self.slug])

    @property
    def is_axis(self) -> bool:
        return self.kind == self.Kind.AXIS

    @property
    def is_answered(self) -> bool:
        """Nobody can answer yet, so that every question is open and the page says so."""
        return False


class IllustrationQuerySet(models.QuerySet["Illustration"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Where both the question and the space may be seen."""
        return self.filter(
            programmes_shown_to(viewer, at="question__programme"),
            spaces_shown_to(viewer, at="space"),
        )

    def with_spaces(self) -> Self:
        return self.select_related("space__country", "space__city")


class Illustration(models.Model):
    """A space that shows what a question is about; a coding by whoever compiled the record."""

    class Relation(models.TextChoices):
        ILLUSTRATES = "illustrates", _("Illustrates the question")
        ORGANISERS_EXAMPLE = "organisers_example", _("Example of the organisers")
        COUNTER_EXAMPLE = "counter_example", _("Counter-example")

    question = models.ForeignKey(Question, models.CASCADE, related_name="illustrations")
    space = models.ForeignKey(Space, models.CASCADE, related_name="illustrations")
    relation = models.CharField(_("relation"), max_length=18, choices=Relation)
    about = models.CharField(_("pole or reading"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = IllustrationQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "space", "relation", "about"], name="illustration_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.space}: {self.question_id}"

    @property
    def is_coded(self) -> bool:
        """Whether the compiler chose it; an example of the organisers was read in a source."""
        return self.relation != self.Relation.ORGANISERS_EXAMPLE
