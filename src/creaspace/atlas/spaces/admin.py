from django.contrib import admin
from django.db import models

from creaspace.atlas.spaces.models import Space, Stewardship
from creaspace.foundation.records.read_only import ReadOnly


@admin.register(Space)
class SpaceAdmin(ReadOnly, admin.ModelAdmin[Space]):
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ["name", "city_name", "country", "published_at", "hidden_at"]
    search_fields = ["name", "slug", "local_name"]
    list_filter = ["presence", "was_loaded_unasked"]


@admin.register(Stewardship)
class StewardshipAdmin(ReadOnly, admin.ModelAdmin[Stewardship]):
    list_display = ["space", "person", "began_at", "ended_at"]
