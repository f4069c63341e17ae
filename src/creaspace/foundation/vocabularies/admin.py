from django.contrib import admin
from django.db import models

from creaspace.foundation.records.read_only import ReadOnly
from creaspace.foundation.vocabularies.models import Concept, Scheme


@admin.register(Scheme)
class SchemeAdmin(ReadOnly, admin.ModelAdmin[Scheme]):
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ["slug", "version", "licence", "is_default_for_activity"]


@admin.register(Concept)
class ConceptAdmin(ReadOnly, admin.ModelAdmin[Concept]):
    list_display = ["notation", "scheme", "position", "deprecated_on"]
    list_filter = ["scheme"]
    list_select_related = ["scheme"]
    search_fields = ["notation"]
