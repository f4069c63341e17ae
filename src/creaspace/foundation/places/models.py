"""Countries and territories, dated sets of them, and cities."""

from typing import Self

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from creaspace.core.cldr import territory_name
from creaspace.core.viewer import Viewer
from creaspace.foundation.languages.reading import Words
from creaspace.foundation.places.naming import keys_of, name_key
from creaspace.foundation.vocabularies.models import words_in


class CountryQuerySet(models.QuerySet["Country"]):
    def visible_to(self, viewer: Viewer) -> Self:
        return self.all()

    def spelled_like(self, words: str) -> Self:
        """Countries whose name in the reader's language, or in English, holds these words."""
        wanted = name_key(words)
        codes = self.values_list("code", flat=True) if wanted else []
        names = {code: (territory_name(code), territory_name(code, "en")) for code in codes}
        found = [
            code for code, each in names.items() if any(wanted in name_key(name) for name in each)
        ]
        return self.filter(pk__in=found)


class Country(models.Model):
    """A country or territory of ISO 3166-1, or XK; its names come from locale data."""

    code = models.CharField(_("code"), max_length=2, primary_key=True)
    alpha3 = models.CharField(max_length=3, unique=True)
    numeric = models.CharField(max_length=3, blank=True)
    continent = models.CharField(max_length=2, blank=True)  # GeoNames: AF AN AS EU NA OC SA

    objects = CountryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "countries"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name()

    def name(self, language: str = "") -> str:
        """In a language, by default that of the page."""
        return territory_name(self.code, language)


class CountrySetQuerySet(models.QuerySet["CountrySet"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Who may apply depends on these lists, so everybody may read them."""
        return self.all()

    def with_sizes(self) -> Self:
        return self.annotate(size=Count("members"))


class CountrySet(models.Model):
    """A list of countries as it stood on a date, such as the partners of a treaty in one year."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.JSONField(_("name"), default=dict)  # language tag -> text
    label = models.JSONField(_("label"), default=dict)
    as_of = models.CharField(_("as of"), max_length=10)  # partial date
    note = models.JSONField(_("note"), default=dict, blank=True)
    sources = models.JSONField(_("sources"), default=list, blank=True)  # web addresses

    objects = CountrySetQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return words_in(self.name).text

    def get_absolute_url(self) -> str:
        return reverse("places:country_set", args=[self.slug])

    def name_words(self) -> Words:
        return words_in(self.name)

    def label_words(self) -> Words:
        return words_in(self.label)

    def note_words(self) -> Words:
        return words_in(self.note)

    def contains(self, country: str, *, side: str = "", on: str = "") -> bool:
        """Whether a country belongs to the set (or one side of it) on a day, month or year."""
        members = self.members.filter(country_id=country.upper()).on(on)
        return (members.filter(side=side) if side else members).exists()

    def member_count(self, side: str = "") -> int:
        """How many countries, institutions not counted."""
        members = self.members.exclude(country=None)
        return (members.filter(side=side) if side else members).count()


class MemberQuerySet(models.QuerySet["CountrySetMember"]):
    def on(self, day: str) -> Self:
        """Members at some time of that partial date; all members when it is empty."""
        if not day:
            return self.all()
        vaguer = [day[:4], day[:7], day]
        began = Q(valid_from__lte=day) | Q(valid_from__startswith=day)  # unknown sorts first
        ended = Q(valid_to="") | Q(valid_to__gte=day) | Q(valid_to__in=vaguer)
        return self.filter(began, ended)


class CountrySetMember(models.Model):
    """A country, or an institution by name, on one side of a set."""

    country_set = models.ForeignKey(CountrySet, models.CASCADE, related_name="members")
    country = models.ForeignKey(Country, models.PROTECT, null=True, blank=True)
    institution = models.CharField(max_length=200, blank=True)
    side = models.SlugField(max_length=40, blank=True)
    valid_from = models.CharField(max_length=10, blank=True)  # partial dates
    valid_to = models.CharField(max_length=10, blank=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        ordering = ["side", "country_id", "institution"]
        constraints = [
            models.UniqueConstraint(
                fields=["country_set", "country", "valid_from"], name="country_set_country_once"
            ),
            models.UniqueConstraint(
                fields=["country_set", "institution", "valid_from"],
                condition=Q(country=None),
                name="country_set_institution_once",
            ),
            models.CheckConstraint(
                condition=Q(country=None, institution__gt="")
                | Q(country__isnull=False, institution=""),
                name="country_set_member_country_or_institution",
            ),
        ]

    def __str__(self) -> str:
        return self.institution or territory_name(self.country_id or "")


class CityQuerySet(models.QuerySet["City"]):
    def visible_to(self, viewer: Viewer) -> Self:
        return self.all()

    def spelled_like(self, words: str) -> Self:
        """Cities whose name begins with these words in any language or spelling."""
        wanted = name_key(words)
        if not wanted:
            return self.none()
        spelled = CityName.objects.filter(key__startswith=wanted)
        return self.filter(pk__in=spelled.values("city_id"))

    def named(self, name: str, *, country: str | None = None) -> "City | None":
        """The city of this name in any language or spelling, own names first, then the largest.

        A remark in brackets, as in `Taguig (Metro Manila)`, is ignored when nothing fits with it.
        """
        for key in keys_of(name):
            found = CityName.objects.filter(key=key)
            if country:
                found = found.filter(city__country_id=country.upper())
            best = found.order_by("-is_own", "-city__population").values("city_id").first()
            if best:
                return self.filter(pk=best["city_id"]).first()
        return None


class City(models.Model):
    """A city with its population and time zone."""

    slug = models.SlugField(max_length=140, unique=True)
    name = models.CharField(_("name"), max_length=120, db_index=True)
    names = models.JSONField(_("names"), default=dict, blank=True)  # language tag -> name
    country = models.ForeignKey(Country, models.PROTECT, related_name="cities")
    latitude = models.FloatField()  # WGS 84, degrees
    longitude = models.FloatField()
    population = models.PositiveIntegerField(_("inhabitants"))
    population_on = models.CharField(max_length=10, blank=True)  # partial date; empty: not said
    population_source = models.CharField(max_length=120, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=60)
    geonames_id = models.PositiveIntegerField(unique=True)

    objects = CityQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "cities"
        ordering = ["name", "country_id"]

    def __str__(self) -> str:
        return self.name_in()

    def name_in(self, language: str = "") -> str:
        """In a language, by default that of the page; else as GeoNames writes it."""
        return self.name_words(language).text

    def name_words(self, language: str = "") -> Words:
        """The name and the language it is in; a name that no language claims reads as English."""
        return words_in({"en": self.name, **self.names}, language)


class CityName(models.Model):
    """One way to write the name of a city, as a key to find it by."""

    city = models.ForeignKey(City, models.CASCADE, related_name="keys")
    key = models.CharField(max_length=140, db_index=True)
    is_own = models.BooleanField(default=False)  # its name in some language, not a mere spelling

    class Meta:
        constraints = [models.UniqueConstraint(fields=["city", "key"], name="city_name_once")]

    def __str__(self) -> str:
        return self.key
