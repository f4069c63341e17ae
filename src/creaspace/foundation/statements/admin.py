from typing import Any

from django.contrib import admin
from django.db import models

from creaspace.foundation.statements.models import Batch, Source, Statement


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ["title", "kind", "address"]
    list_filter = ["kind"]
    search_fields = ["title", "address"]


@admin.register(Statement, Batch)
class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    """Statements are read here; services write them."""

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        return False
