"""What a call asks: criteria, rules, and what the chosen promise to do."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from creaspace.programme.calls.models.call import Call
from creaspace.programme.programmes.fields import source_language_field


class Criterion(models.Model):
    """What a choice is judged by: a quality of each application, or of the chosen set."""

    class Scope(models.TextChoices):
        APPLICATION = "application", _("Judged on each application")
        SET = "set", _("Judged on the chosen set as a whole")
        NOT_STATED = "not_stated", _("Not stated whether on each application or on the set")

    call = models.ForeignKey(Call, models.CASCADE, related_name="criteria")
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("criterion"), max_length=300)
    scope = models.CharField(
        _("what it is judged on"), max_length=11, choices=Scope, default=Scope.NOT_STATED
    )
    source_language = source_language_field()

    class Meta:
        verbose_name_plural = "criteria"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["call", "position"], name="criterion_position_once")
        ]

    def __str__(self) -> str:
        return self.text


class Rule(models.Model):
    """One condition to apply: a kind with parameters, and the words of the source."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="rules")
    position = models.PositiveSmallIntegerField(_("position"))
    kind = models.SlugField(_("kind"), max_length=60)
    parameters = models.JSONField(_("parameters"), default=dict, blank=True)
    words = models.TextField(_("as the source says it"), blank=True)
    source_language = source_language_field()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["call", "position"], name="rule_position_once")
        ]

    def __str__(self) -> str:
        return self.kind


class Commitment(models.Model):
    """What the chosen undertake to do."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="commitments")
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.TextField(_("commitment"))
    source_language = source_language_field()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["call", "position"], name="commitment_position_once")
        ]

    def __str__(self) -> str:
        return self.text
