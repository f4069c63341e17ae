from django.contrib import admin
from django.http import HttpRequest

from creaspace.foundation.places.models import City, Country, CountrySet


class ReadOnly:
    """Reference data comes from files, so that every copy of the house has the same."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Country)
class CountryAdmin(ReadOnly, admin.ModelAdmin[Country]):
    list_display = ["code", "alpha3", "numeric"]


@admin.register(City)
class CityAdmin(ReadOnly, admin.ModelAdmin[City]):
    list_display = ["name", "country", "population", "time_zone"]
    search_fields = ["name"]


@admin.register(CountrySet)
class CountrySetAdmin(ReadOnly, admin.ModelAdmin[CountrySet]):
    list_display = ["slug", "as_of"]
