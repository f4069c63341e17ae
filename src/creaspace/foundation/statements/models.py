"""Batches, sources, what was consulted for a record, and statements."""

from datetime import datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from creaspace.core.subjects import Subject, subject_of
from creaspace.core.viewer import Viewer

NAME_THE_RULE = _("Name the codebook and coder, or the rule.")


class SourceQuerySet(models.QuerySet["Source"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Every source is public: who says so must be open to whoever reads a value."""
        return self.all()

    def with_counts(self) -> Self:
        """Each with `supports`, the number of public statements that stand on it."""
        current = Q(statements__withdrawn_at=None, statements__is_public=True)
        counted = self.annotate(supports=Count("statements", filter=current, distinct=True))
        return counted.order_by("title", "slug")  # counting drops the order of the model

    def matching(self, words: str) -> Self:
        """Sources whose title or address holds these words."""
        return self.filter(Q(title__icontains=words) | Q(address__icontains=words))


class Source(models.Model):
    """Where something is said: a page, a register, a visit, the space itself, a file."""

    class Kind(models.TextChoices):
        SPACE = "space", _("The space itself")
        REGISTER = "register", _("Public register")
        VISIT = "visit", _("Visit")
        PROGRAMME = "programme", _("Programme or network")
        PRESS = "press", _("Press or web page")
        MAP = "map", _("Map")
        IMPORT = "import", _("Compiled file")

    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    title = models.CharField(_("title"), max_length=300)
    language = models.CharField(_("language of the title"), max_length=35, default="en")
    address = models.URLField(_("address"), max_length=1000, blank=True)
    read_on = models.DateField(_("read on"), null=True, blank=True)
    said_on = models.CharField(_("date of the source"), max_length=10, blank=True)  # partial date
    licence = models.CharField(_("licence"), max_length=80, blank=True)  # SPDX
    note = models.TextField(_("note"), blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["title", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["address"], condition=~Q(address=""), name="source_address_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("statements:source", args=[self.slug])


class Batch(models.Model):
    """Statements that came together: one import, one visit, one sitting. It can be undone whole."""

    slug = models.SlugField(max_length=120, unique=True)
    label = models.CharField(max_length=300)
    by_id = models.BigIntegerField(null=True, blank=True)
    by_label = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "batches"
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.label


class MentionQuerySet(models.QuerySet["Mention"]):
    def about(self, record: models.Model) -> Self:
        subject = subject_of(record)
        return self.filter(subject_label=subject.label, subject_key=subject.key)


class Mention(models.Model):
    """A source that was consulted for a record, in the order in which it was named."""

    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)
    source = models.ForeignKey(Source, models.CASCADE, related_name="mentions")
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="mentions")
    position = models.PositiveSmallIntegerField(default=0)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_label", "subject_key", "source", "batch"], name="mention_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_label} {self.subject_key}: {self.source}"

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_label, self.subject_key)


class StatementQuerySet(models.QuerySet["Statement"]):
    def about(self, record: models.Model) -> Self:
        subject = subject_of(record)
        return self.filter(subject_label=subject.label, subject_key=subject.key)

    def about_all(self, label: str, keys: list[str]) -> Self:
        return self.filter(subject_label=label, subject_key__in=keys)

    def current(self) -> Self:
        return self.filter(withdrawn_at=None)

    def public(self) -> Self:
        return self.filter(is_public=True)

    def as_of(self, moment: datetime) -> Self:
        """What stood at that moment, withdrawn since or not."""
        kept = Q(withdrawn_at=None) | Q(withdrawn_at__gt=moment)
        return self.filter(kept, recorded_at__lte=moment)


class Statement(models.Model):
    """One source says one thing about one field of one record."""

    class Basis(models.TextChoices):
        STATED = "stated", _("Stated")
        READ = "read", _("Read in a source")
        CODED = "coded", _("Coded")
        DERIVED = "derived", _("Derived")

    class Precision(models.TextChoices):
        EXACT = "exact", _("exact")
        ABOUT = "about", _("about")
        OVER = "over", _("more than")
        AT_LEAST = "at_least", _("at least")
        AT_MOST = "at_most", _("at most")

    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)
    field = models.CharField(_("field"), max_length=80)
    value = models.JSONField(_("value"))
    wording = models.TextField(_("as the source says it"), blank=True)
    wording_language = models.CharField(max_length=35, blank=True)
    precision = models.CharField(max_length=8, choices=Precision, default=Precision.EXACT)
    source = models.ForeignKey(Source, models.PROTECT, related_name="statements")
    batch = models.ForeignKey(Batch, models.CASCADE, related_name="statements")
    basis = models.CharField(_("basis"), max_length=7, choices=Basis)
    basis_note = models.TextField(_("codebook, coder or rule"), blank=True)
    observed_on = models.CharField(_("true when observed"), max_length=10, blank=True)
    valid_from = models.CharField(_("from"), max_length=10, blank=True)  # partial dates
    valid_to = models.CharField(_("until"), max_length=10, blank=True)
    note = models.TextField(_("note"), blank=True)
    source_language = models.CharField(_("language of note and rule"), max_length=35, default="en")
    is_public = models.BooleanField(default=True)
    by_id = models.BigIntegerField(null=True, blank=True)
    by_label = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["subject_label", "subject_key", "field"],
                condition=Q(withdrawn_at=None),
                name="statement_current",
            ),
            models.Index(fields=["subject_label", "subject_key"], name="statement_about"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(basis__in=["stated", "read"]) | ~Q(basis_note=""),
                name="statement_coding_or_rule_named",
                violation_error_message=NAME_THE_RULE,
            )
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"

    def clean(self) -> None:
        """The constraint of the table in words, without asking the database for each row."""
        if not self.speaks_for_itself and not self.basis_note:
            raise ValidationError(NAME_THE_RULE)

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_label, self.subject_key)

    @property
    def speaks_for_itself(self) -> bool:
        """Whether this is what a source says; a coding or a derivation is no source."""
        return self.basis in {self.Basis.STATED, self.Basis.READ}

    @property
    def source_kind(self) -> str:
        return self.source.kind

    @property
    def source_key(self) -> int:
        return self.source_id

    @property
    def said_on(self) -> str:
        return self.source.said_on

    @property
    def order(self) -> int:
        return self.pk or 0
