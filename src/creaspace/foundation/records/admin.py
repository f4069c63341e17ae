from typing import Any

from django.contrib import admin

from creaspace.foundation.records.models import Act, Run, Version


@admin.register(Act, Run, Version)
class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    """Records are read here, never written."""

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        return False
