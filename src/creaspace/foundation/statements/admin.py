from typing import Any

from django.contrib import admin

from creaspace.foundation.statements.models import Batch, Source, Statement


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin[Source]):
    list_display = ["title", "kind", "address"]
    list_filter = ["kind"]
    search_fields = ["title", "address"]


@admin.register(Statement, Batch)
class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    """Statements are read here; services write them."""

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        return False
