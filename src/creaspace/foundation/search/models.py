"""What the index keeps: entries, how often each token occurs, and what waits to be indexed."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from creaspace.core.subjects import Subject
from creaspace.core.viewer import Viewer

FULL_SCORE = 1000


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Public entries; the others are for `reading`, which asks their room."""
        return self.filter(is_public=True)

    def of(self, subjects: list[Subject]) -> Self:
        wanted = Q(pk__in=[])
        keys: dict[str, list[str]] = {}
        for subject in subjects:
            keys.setdefault(subject.label, []).append(subject.key)
        for label, own in keys.items():
            wanted |= Q(subject_label=label, subject_key__in=own)
        return self.filter(wanted)


class Entry(models.Model):
    """One record as the index knows it, with the tokens that stand in the index now.

    Full-text tables cannot forget a row without being told its old tokens; therefore they are here.
    """

    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)
    slug = models.CharField(max_length=200)
    address = models.CharField(max_length=500, blank=True)
    score = models.PositiveSmallIntegerField()
    is_public = models.BooleanField()
    names = models.JSONField()  # pairs of text and language, the main one first
    texts = models.JSONField(default=list)  # pairs of text and language
    words = models.TextField()  # all tokens, in order, with a space between them
    name_words = models.TextField()  # those of names and tags
    changed_at = models.DateTimeField(null=True)
    round = models.PositiveIntegerField(default=0)  # the rebuild that saw it last

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_label", "subject_key"], name="search_entry_once"
            ),
            models.CheckConstraint(condition=Q(score__lte=FULL_SCORE), name="search_entry_score"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_label} {self.subject_key}: {self.name}"

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_label, self.subject_key)

    @property
    def name(self) -> str:
        first: Any = self.names[0] if self.names else [""]
        return str(first[0])


class Token(models.Model):
    """How many public entries hold a token, and how many of them in a name."""

    text = models.CharField(max_length=80, primary_key=True)
    entries = models.IntegerField()
    named = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.text}: {self.entries}"


class Stale(models.Model):
    """A record that was written since it was indexed; every write has its own row.

    One row for several writes would lose the later one, while the first is being indexed.
    """

    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "stale"

    def __str__(self) -> str:
        return f"{self.subject_label} {self.subject_key}"

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_label, self.subject_key)
