"""Schemes in versions, their concepts, and how concepts match others."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from creaspace.core.languages import fallback_chain, reader_language
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.reading import Words
from creaspace.foundation.vocabularies.labels import ConceptIndex, best_text, key_of
from creaspace.foundation.vocabularies.linking import short_name


def words_in(texts: dict[str, str], language: str = "") -> Words:
    """The text for a reader of this language (by default of this page) with its true tag."""
    wanted = language or reader_language()
    text, tag = best_text(texts, wanted)
    is_fallback = bool(text) and tag not in fallback_chain(wanted)
    return Words(text, tag, "reviewed" if text else "missing", is_fallback=is_fallback)


class SchemeQuerySet(models.QuerySet["Scheme"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Everybody may read every scheme."""
        return self.all()

    def current(self) -> Self:
        """The newest version of each scheme."""
        return self.filter(superseded_by=None)

    def with_sizes(self) -> Self:
        return self.annotate(size=models.Count("concepts"))


class Scheme(models.Model):
    """A list or tree of concepts in one version; a version is never rewritten, only followed."""

    slug = models.SlugField(_("short name"), max_length=80)
    version = models.CharField(_("version"), max_length=40)
    title = models.JSONField(_("title"), default=dict)  # language tag -> text
    note = models.JSONField(_("note"), default=dict, blank=True)
    uri = models.URLField(_("identifier"), max_length=500, blank=True)
    source = models.URLField(_("source"), max_length=500, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    is_default_for_activity = models.BooleanField(
        _("says what is creative activity"), default=False
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    digest = models.CharField(max_length=64, editable=False)  # of the file it was read from

    objects = SchemeQuerySet.as_manager()

    class Meta:
        ordering = ["slug", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["slug", "version"], name="scheme_version_once"),
            # With each version followed by one at most, this leaves one current version per slug.
            models.UniqueConstraint(
                fields=["slug"], condition=Q(replaces=None), name="scheme_one_first_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("vocabularies:scheme", args=[self.slug])

    def title_words(self) -> Words:
        return words_in(self.title)

    def note_words(self) -> Words:
        return words_in(self.note)


class ConceptQuerySet(models.QuerySet["Concept"]):
    def of(self, scheme_slug: str) -> Self:
        """All versions of one scheme."""
        return self.filter(scheme__slug=scheme_slug)

    def current(self, on: date | None = None) -> Self:
        """Concepts of current versions that are not given up (by this day)."""
        kept = Q(deprecated_on=None)
        if on:
            kept |= Q(deprecated_on__gt=on)
        return self.filter(kept, scheme__superseded_by=None)

    def find(self, scheme_slug: str, notation: str) -> "Concept":
        """The concept in the current version; `session_venue` finds `session-venue` too."""
        concept: Concept = self.filter(scheme__superseded_by=None).get(
            scheme__slug=scheme_slug, notation=key_of(notation)
        )
        return concept

    def index(self, scheme_slug: str) -> ConceptIndex:
        """The current version, read once, to be asked for many free labels."""
        concepts = self.of(scheme_slug).current().select_related("scheme")
        # Long texts that no label needs, and those of the scheme again with every concept.
        return ConceptIndex(list(concepts.defer("definitions", "scheme__title", "scheme__note")))

    def match(self, scheme_slug: str, text: str) -> "Concept | None":
        """The concept a free label means, whatever its language, case and punctuation, or None."""
        concept: Concept | None = self.index(scheme_slug).find(text)
        return concept

    def with_matches(self) -> Self:
        return self.select_related("scheme").prefetch_related(
            "matches__target__scheme", "matched_by__concept__scheme"
        )


class Concept(models.Model):
    """One thing a scheme distinguishes, with its labels by language tag."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="concepts")
    notation = models.CharField(_("notation"), max_length=120)  # slugs, with / between steps
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="narrower"
    )
    position = models.PositiveIntegerField(_("position"), default=0)  # in the tree, depth first
    labels = models.JSONField(_("labels"), default=dict)
    alt_labels = models.JSONField(_("other labels"), default=dict, blank=True)
    hidden_labels = models.JSONField(default=list, blank=True)  # found by, never shown
    definitions = models.JSONField(_("definitions"), default=dict, blank=True)
    deprecated_on = models.DateField(_("given up on"), null=True, blank=True)

    objects = ConceptQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "position"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "notation"], name="concept_notation_once")
        ]

    def __str__(self) -> str:
        return self.label()

    def get_absolute_url(self) -> str:
        return f"{reverse('vocabularies:scheme', args=[self.scheme.slug])}#{self.notation}"

    def label(self, language: str = "") -> str:
        return self.label_with_language(language).text or self.notation

    def label_with_language(self, language: str = "") -> Words:
        """The label and the language it is really in, which may not be the one asked for."""
        return words_in(self.labels, language)

    def definition_words(self) -> Words:
        return words_in(self.definitions)

    def other_labels(self) -> list[str]:
        """Other names in the reader's language; empty rather than in a language not asked for."""
        for tag in fallback_chain(reader_language()):
            if self.alt_labels.get(tag):
                return list(self.alt_labels[tag])
        return []

    def successor(self) -> "Concept | None":
        """The concept of the same notation in the version that is current now."""
        same = Concept.objects.of(self.scheme.slug).filter(notation=self.notation)
        return same.filter(scheme__superseded_by=None).first()


class Match(models.Model):
    """A concept means the same as, or nearly, more or less than, another one here or elsewhere."""

    class Relation(models.TextChoices):
        EXACT = "exact", _("same as")
        CLOSE = "close", _("close to")
        BROAD = "broad", _("part of")
        NARROW = "narrow", _("includes")
        RELATED = "related", _("related to")

    OPPOSITE = {Relation.BROAD: Relation.NARROW, Relation.NARROW: Relation.BROAD}

    concept = models.ForeignKey(Concept, models.CASCADE, related_name="matches")
    relation = models.CharField(_("relation"), max_length=7, choices=Relation)
    target = models.ForeignKey(
        Concept, models.CASCADE, null=True, blank=True, related_name="matched_by"
    )
    uri = models.URLField(_("identifier elsewhere"), max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "matches"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target=None) ^ Q(uri=""), name="match_has_target_or_uri"
            )
        ]

    def __str__(self) -> str:
        return f"{self.concept_id} {self.relation} {self.uri or self.target_id}"

    @property
    def short_name(self) -> str:
        return short_name(self.uri)

    @property
    def opposite_label(self) -> Any:
        """The relation as read from the target's side."""
        relation = self.Relation(self.relation)
        return self.OPPOSITE.get(relation, relation).label
