"""Spaces, their other names, and who keeps their records."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from creaspace.atlas.spaces.morton import code_of
from creaspace.atlas.spaces.scoring import score_of
from creaspace.core.languages import reader_language
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.models import Texts
from creaspace.foundation.languages.reading import Words, column_words
from creaspace.foundation.moderation.rules import decided_by
from creaspace.foundation.people.models import Person
from creaspace.foundation.people.names import Called, called_for
from creaspace.foundation.places.models import City, Country
from creaspace.foundation.vocabularies.models import Concept

if TYPE_CHECKING:
    from creaspace.foundation.statements.evidence import Evidence


def spaces_shown_to(viewer: Viewer, at: str = "") -> Q:
    """Published spaces; drafts and hidden ones their stewards; hidden ones who decides, too.

    `at` leads from another kind of row to its space. Rows are joined to it: a condition that it
    stands `in` all spaces of this viewer reads every space there is.
    """
    to = f"{at}__" if at else ""
    open_to_all = Q((f"{to}published_at__isnull", False), (f"{to}hidden_at", None))
    if viewer.pk is None:
        return open_to_all
    own = Stewardship.objects.active().filter(person_id=viewer.pk).values("space_id")
    hidden = Q((f"{to}hidden_at__isnull", False)) & decided_by(viewer, Space._meta.label_lower)
    return open_to_all | Q((f"{to}pk__in", own)) | hidden


class SpaceQuerySet(models.QuerySet["Space"]):
    def published(self) -> Self:
        return self.filter(published_at__isnull=False, hidden_at=None)

    def visible_to(self, viewer: Viewer) -> Self:
        """What `spaces_shown_to` says."""
        return self.filter(spaces_shown_to(viewer))

    def kept_by(self, person: Person) -> Self:
        """Spaces of which this person is a steward now."""
        own = Stewardship.objects.active().filter(person=person).values("space_id")
        return self.filter(pk__in=own)

    def with_place(self) -> Self:
        """Each with what a row of a list shows, in the same query."""
        return self.select_related("country", "city", "kind", "kind__scheme")

    def matching(self, words: str) -> Self:
        """Spaces whose names, places or descriptions, in any language, hold these words."""
        named = Q(name__icontains=words) | Q(local_name__icontains=words)
        placed = Q(city_name__icontains=words) | Q(district__icontains=words)
        placed |= Q(city__in=City.objects.spelled_like(words).values("pk"))
        placed |= Q(country__in=Country.objects.spelled_like(words).values("pk"))
        told = Q(description__icontains=words) | Q(pk__in=_told_in_translation(words))
        alias = SpaceAlias.objects.filter(name__icontains=words).values("space_id")
        return self.filter(named | placed | told | Q(pk__in=alias))

    def counted_by(self, field: str) -> list[tuple[str, int]]:
        """How many of these spaces have each value of a column, most first."""
        counted = self.order_by().values_list(field).annotate(count=Count("pk", distinct=True))
        rows = [(value, count) for value, count in counted if value not in {None, ""}]
        return sorted(rows, key=lambda row: (-row[1], str(row[0])))


def _told_in_translation(words: str) -> models.QuerySet[Any, Any]:
    told = Texts.objects.filter(
        subject_label=Space._meta.label_lower, fields__description__icontains=words
    )
    key = Cast("subject_key", models.BigIntegerField())
    return told.annotate(space_id=key).values("space_id")


class Space(models.Model):
    """A creative space: a place, formal or informal, where culture is made.

    The columns repeat the statement that was chosen for each field, for speed; statements are the
    truth, `services.refresh_space` writes the columns.
    """

    class Presence(models.TextChoices):
        FIXED = "fixed", _("In one place")
        ITINERANT = "itinerant", _("Moves")

    class Precision(models.TextChoices):
        BUILDING = "building", _("building")
        DISTRICT = "district", _("district")
        CITY = "city", _("city only")

    evidence: "Evidence"  # read by its page once, for the panels on it too

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=200)
    local_name = models.CharField(_("name in its own script"), max_length=200, blank=True)
    local_language = models.CharField(max_length=35, blank=True)
    source_language = models.CharField(max_length=35, default="en")
    description = models.TextField(_("description"), blank=True)
    kind = models.ForeignKey(
        Concept, models.PROTECT, null=True, blank=True, related_name="spaces_of_kind"
    )
    activities = models.ManyToManyField(Concept, blank=True, related_name="spaces_active")
    presence = models.CharField(
        _("presence"), max_length=9, choices=Presence, default=Presence.FIXED
    )
    floor_area_m2 = models.FloatField(_("floor area (m²)"), null=True, blank=True)
    capacity = models.PositiveIntegerField(_("seats, highest given"), null=True, blank=True)
    founded_on = models.CharField(_("founded"), max_length=10, blank=True)  # partial dates
    closed_on = models.CharField(_("closed"), max_length=10, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)
    city = models.ForeignKey(City, models.PROTECT, null=True, blank=True)
    city_name = models.CharField(_("city"), max_length=120, blank=True)
    district = models.CharField(_("district"), max_length=200, blank=True)
    region = models.CharField(_("region"), max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)  # WGS 84, degrees
    longitude = models.FloatField(null=True, blank=True)
    position_precision = models.CharField(max_length=8, choices=Precision, blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    opening_hours = models.CharField(_("opening hours"), max_length=500, blank=True)  # OSM syntax
    use_by_others = models.TextField(_("can be used by others"), blank=True)
    was_loaded_unasked = models.BooleanField(default=False)
    is_demonstration = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_because = models.TextField(blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    score = models.PositiveSmallIntegerField(default=0, editable=False)  # 0 to 1000, see scoring
    code = models.BigIntegerField(null=True, editable=False)  # where it is, see morton
    stewards = models.ManyToManyField(Person, through="Stewardship", related_name="spaces")

    objects = SpaceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(floor_area_m2=None) | Q(floor_area_m2__gt=0),
                name="space_area_positive_or_unknown",
                violation_error_message=_("Give an area above 0 m², or leave it empty."),
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="space_position_on_earth_or_unknown",
                violation_error_message=_("Latitude runs from −90 to 90, longitude −180 to 180."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("spaces:space", args=[self.slug])

    @property
    def called(self) -> Called:
        """Its names for the reader of this page: own script first for those who read it."""
        own, language = self.local_name, self.local_language
        return called_for(reader_language(), name=self.name, own=own, own_language=language)

    @property
    def is_itinerant(self) -> bool:
        return self.presence == self.Presence.ITINERANT

    @property
    def position_mark(self) -> str:
        """Which of the four marks shows how exactly the place is known; empty without one."""
        if self.is_itinerant:
            return "moves"
        return self.position_precision

    @cached_property
    def doing(self) -> list[Concept]:
        """Its activities, read once; `gather` reads those of many spaces together."""
        return list(self.activities.all())

    @property
    def atlas_position(self) -> tuple[float, float] | None:
        """Longitude and latitude on the map: its own, else those of its city, else none."""
        if self.longitude is not None and self.latitude is not None:
            return self.longitude, self.latitude
        return (self.city.longitude, self.city.latitude) if self.city else None

    @property
    def atlas_precision(self) -> str:
        """How exactly `atlas_position` is known; of a space placed by its city, just the city."""
        if self.longitude is not None:
            return self.position_precision
        return self.Precision.CITY if self.city else ""

    def measured(self) -> dict[str, Any]:
        """What `score` and `code` are to be, from the other columns."""
        return {
            "score": score_of(
                lambda name: getattr(self, name), activities=len(self.activities.all())
            ),
            "code": self.atlas_code,
        }

    @property
    def atlas_code(self) -> int | None:
        position = self.atlas_position
        return code_of(*position) if position else None

    @property
    def place_words(self) -> list[Words]:
        """District, city and region as known, nearest first; the country stands apart."""
        told = (column_words(self, "district"), self.city_words, column_words(self, "region"))
        return [words for words in told if words]

    @property
    def place_line(self) -> list[str]:
        """The same as plain letters, for drawings."""
        return [words.text for words in self.place_words]

    @property
    def city_words(self) -> Words:
        """The city in the reader's language where it is known, else as the sources write it."""
        if self.city:
            return Words(self.city.name_in(), reader_language(), Texts.State.ORIGINAL)
        return column_words(self, "city_name")

    @property
    def city_in_words(self) -> str:
        return self.city_words.text

    @property
    def nearest_place(self) -> Words:
        """The city, or the region of what has none."""
        return self.city_words or column_words(self, "region")


class SpaceAlias(models.Model):
    """Another name of a space, in any script."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(max_length=35, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "space aliases"
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint(fields=["space", "name"], name="alias_once")]

    def __str__(self) -> str:
        return self.name


class StewardshipQuerySet(models.QuerySet["Stewardship"]):
    def active(self) -> Self:
        return self.filter(ended_at=None)


class Stewardship(models.Model):
    """A person keeps the record of a space, from one moment to another."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="stewardships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="stewardships")
    role = models.CharField(_("role"), max_length=120, blank=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = StewardshipQuerySet.as_manager()

    class Meta:
        ordering = ["began_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["space", "person"],
                condition=Q(ended_at=None),
                name="stewardship_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("began_at")),
                name="stewardship_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.space}"
