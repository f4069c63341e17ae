from django.contrib import admin
from django.http import HttpRequest

from creaspace.foundation.moderation.models import Decision, Request


class ReadOnly:
    """Requests and decisions are read here; services write them, so that the log stays whole."""

    def has_add_permission(self, _request: HttpRequest, _obj: object = None) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: object = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: object = None) -> bool:
        return False


class DecisionInline(ReadOnly, admin.TabularInline[Decision, Request]):
    model = Decision
    extra = 0


@admin.register(Request)
class RequestAdmin(ReadOnly, admin.ModelAdmin[Request]):
    list_display = ["code", "kind", "subject_label", "subject_key", "state", "made_at"]
    list_filter = ["state", "kind"]
    search_fields = ["code"]
    inlines = [DecisionInline]
