from django.contrib import admin

from creaspace.foundation.records.read_only import ReadOnly
from creaspace.programme.calls.models import Call, Selection


@admin.register(Call)
class CallAdmin(ReadOnly, admin.ModelAdmin[Call]):
    list_display = ["name", "level", "programme", "deadline_on", "applications_received"]
    list_filter = ["level"]
    list_select_related = ["programme"]
    search_fields = ["name", "slug"]


@admin.register(Selection)
class SelectionAdmin(ReadOnly, admin.ModelAdmin[Selection]):
    list_display = ["call", "space", "position"]
    list_select_related = ["call", "space"]
