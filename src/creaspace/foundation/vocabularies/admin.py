from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from creaspace.foundation.vocabularies.models import Concept, Scheme


class ReadOnly:
    """Schemes come from files, so that every copy of the house has the same ones."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


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
