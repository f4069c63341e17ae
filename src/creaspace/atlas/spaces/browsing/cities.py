"""The city a reader means by a name in any script."""

from django.db.models import Exists, OuterRef, QuerySet

from creaspace.atlas.spaces.models import Space
from creaspace.foundation.places.models import City


def cities_like(words: str) -> QuerySet[City]:
    """Cities with spaces in them whose name begins so, the largest first."""
    there = Space.objects.published().filter(city=OuterRef("pk"))
    lived_in = City.objects.spelled_like(words).filter(Exists(there))
    return lived_in.order_by("-population", "pk")


def city_meant(words: str) -> City | None:
    """Of several Valencias the one with spaces in it; else the largest of that name."""
    return cities_like(words).first() or City.objects.named(words)
