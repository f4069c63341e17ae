"""One row of texts per record and language."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from creaspace.core.subjects import Subject, subject_of


class TextsQuerySet(models.QuerySet["Texts"]):
    def about(self, record: models.Model) -> Self:
        subject = subject_of(record)
        return self.filter(subject_label=subject.label, subject_key=subject.key)

    def of_all(self, label: str, keys: set[str]) -> Self:
        return self.filter(subject_label=label, subject_key__in=keys)

    def of_subjects(self, subjects: Iterable[Subject]) -> Self:
        """The texts of records of any kind."""
        keys: dict[str, list[str]] = {}
        for subject in subjects:
            keys.setdefault(subject.label, []).append(subject.key)
        of_each = (Q(subject_label=label, subject_key__in=some) for label, some in keys.items())
        return self.filter(reduce(or_, of_each, Q(pk__in=[])))


class Texts(models.Model):
    """What a record says in one language. Exactly one language of a record is the original."""

    class State(models.TextChoices):
        ORIGINAL = "original", _("Original")
        REVIEWED = "reviewed", _("Translation, checked")
        DRAFT = "draft", _("Translation, not yet checked")
        MACHINE = "machine", _("Machine translation")

    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)
    language = models.CharField(_("language"), max_length=35)  # BCP 47, as in zh-Hans
    state = models.CharField(_("state"), max_length=8, choices=State)
    fields = models.JSONField(_("texts"), default=dict)
    made_from = models.JSONField(default=dict, blank=True)  # field -> fingerprints of the source
    by_id = models.BigIntegerField(null=True, blank=True)
    by_label = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField()

    objects = TextsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "texts"
        ordering = ["subject_label", "subject_key", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_label", "subject_key", "language"], name="texts_once_per_language"
            ),
            models.UniqueConstraint(
                fields=["subject_label", "subject_key"],
                condition=Q(state="original"),
                name="texts_one_original",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject_label} {self.subject_key} [{self.language}]"

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_label, self.subject_key)

    @property
    def is_original(self) -> bool:
        return self.state == self.State.ORIGINAL

    def text(self, field: str) -> str:
        value: Any = self.fields.get(field, "")
        return value if isinstance(value, str) else ""
