from django.contrib import admin

from creaspace.foundation.places.models import City, Country, CountrySet
from creaspace.foundation.records.read_only import ReadOnly


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
