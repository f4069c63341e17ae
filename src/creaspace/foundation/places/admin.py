from django.contrib import admin

from creaspace.foundation.places.models import City, CountrySet


@admin.register(City)
class CityAdmin(admin.ModelAdmin[City]):
    list_display = ["name", "country", "population", "time_zone"]
    search_fields = ["name"]


@admin.register(CountrySet)
class CountrySetAdmin(admin.ModelAdmin[CountrySet]):
    list_display = ["slug", "as_of"]
