from django.contrib import admin

from creaspace.foundation.moderation.models import Decision, Request
from creaspace.foundation.records.read_only import ReadOnly


class DecisionInline(ReadOnly, admin.TabularInline[Decision, Request]):
    model = Decision
    extra = 0


@admin.register(Request)
class RequestAdmin(ReadOnly, admin.ModelAdmin[Request]):
    list_display = ["code", "kind", "subject_label", "subject_key", "state", "made_at"]
    list_filter = ["state", "kind"]
    search_fields = ["code"]
    inlines = [DecisionInline]
