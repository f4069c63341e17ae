"""Files given to a record, and what may be shown of them."""

from typing import IO, Any, Self

from django.core.files.storage import default_storage
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from creaspace.core.subjects import Subject, subject_of
from creaspace.core.viewer import Viewer

HEXADECIMAL = RegexValidator(r"\A[0-9a-f]{64}\Z")


class FileQuerySet(models.QuerySet["File"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """What nobody portrayed has objected to; one's own files in any case.

        Whether the record they belong to may be seen is asked of that record: `reading.shown_to`.
        """
        shown = Q(consent__in=[File.Consent.GIVEN, File.Consent.NOT_NEEDED])
        if viewer.is_authenticated and viewer.pk is not None:
            shown |= Q(by_id=viewer.pk)
        return self.filter(shown)

    def about(self, record: models.Model) -> Self:
        subject = subject_of(record)
        return self.filter(subject_label=subject.label, subject_key=subject.key)

    def about_all(self, label: str, keys: set[str]) -> Self:
        return self.filter(subject_label=label, subject_key__in=keys)

    def ready(self) -> Self:
        """Files with something to show."""
        return self.filter(derivatives__isnull=False).distinct()


class File(models.Model):
    """A picture in the use one record makes of it; equal bytes are kept once, whoever uses them."""

    class Consent(models.TextChoices):
        NOT_NEEDED = "not_needed", _("Nobody can be recognised")
        ASKED = "asked", pgettext_lazy("portrait consent", "Asked, not yet given")
        GIVEN = "given", pgettext_lazy("portrait consent", "Given")
        WITHDRAWN = "withdrawn", pgettext_lazy("portrait consent", "Withdrawn")

    sha256 = models.CharField(max_length=64, validators=[HEXADECIMAL], db_index=True)
    size_bytes = models.PositiveBigIntegerField(_("size in bytes"))
    media_type = models.CharField(_("media type"), max_length=40)  # seen in the bytes, not believed
    original_name = models.CharField(_("name of the file"), max_length=200)
    width_px = models.PositiveIntegerField(_("width in pixels"))
    height_px = models.PositiveIntegerField(_("height in pixels"))
    subject_label = models.CharField(max_length=80)
    subject_key = models.CharField(max_length=64)
    position = models.PositiveSmallIntegerField(pgettext_lazy("picture", "position"), default=0)
    alt = models.CharField(_("what the picture shows"), max_length=400, blank=True)
    source_language = models.CharField(max_length=35, default="en")
    credit = models.CharField(pgettext_lazy("picture", "credit"), max_length=200)
    licence = models.CharField(
        pgettext_lazy("picture", "licence"), max_length=120
    )  # SPDX, or words
    consent = models.CharField(
        _("consent of the persons shown"), max_length=10, choices=Consent, default=Consent.ASKED
    )
    by_id = models.BigIntegerField(null=True, blank=True)  # no foreign key: erasure blanks it
    by_label = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField(pgettext_lazy("picture", "added"))

    objects = FileQuerySet.as_manager()

    class Meta:
        ordering = ["subject_label", "subject_key", "position", "pk"]
        indexes = [models.Index(fields=["subject_label", "subject_key"], name="file_about")]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "subject_label", "subject_key"],
                name="file_once_per_record",
                violation_error_message=_("This record has this picture already."),
            ),
            models.CheckConstraint(
                condition=~Q(credit="") & ~Q(licence=""),
                name="file_credited_and_licensed",
                violation_error_message=_("Name who made the picture, and its licence."),
            ),
        ]

    def __str__(self) -> str:
        return self.alt or self.original_name

    @property
    def subject(self) -> Subject:
        return Subject(self.subject_label, self.subject_key)

    @property
    def original_path(self) -> str:
        """Where the bytes as they came are kept; no address leads there."""
        return f"originals/{self.sha256[:2]}/{self.sha256}"

    def open_original(self) -> IO[Any]:
        return default_storage.open(self.original_path)


class Derivative(models.Model):
    """What is shown of a file: re-encoded, upright, without what the camera wrote into it."""

    class Kind(models.TextChoices):
        THUMB = "thumb", pgettext_lazy("picture", "Small")
        CARD = "card", pgettext_lazy("picture", "For a card")
        WIDE = "wide", pgettext_lazy("picture", "Wide")
        SHARE = "share", pgettext_lazy("picture", "For messages")

    class Format(models.TextChoices):
        WEBP = "webp", "WebP"
        JPEG = "jpeg", "JPEG"

    file = models.ForeignKey(File, models.CASCADE, related_name="derivatives")
    kind = models.CharField(max_length=5, choices=Kind)
    format = models.CharField(max_length=4, choices=Format)
    width_px = models.PositiveIntegerField()
    height_px = models.PositiveIntegerField()
    path = models.CharField(max_length=200)

    class Meta:
        ordering = ["file", "width_px"]
        constraints = [
            models.UniqueConstraint(fields=["file", "kind", "format"], name="derivative_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind}.{self.format} {self.width_px}×{self.height_px}"

    def get_absolute_url(self) -> str:
        return reverse("pictures:derivative", args=[self.file.sha256, self.kind, self.format])

    def open(self) -> IO[Any]:
        return default_storage.open(self.path)
