from django.contrib import admin

from creaspace.programme.calls.models import Call, Selection
from creaspace.programme.programmes.admin import ReadOnlyAdmin


@admin.register(Call)
class CallAdmin(ReadOnlyAdmin):
    list_display = ["name", "level", "programme", "deadline_on", "applications_received"]
    list_filter = ["level"]
    list_select_related = ["programme"]
    search_fields = ["name", "slug"]


@admin.register(Selection)
class SelectionAdmin(ReadOnlyAdmin):
    list_display = ["call", "space", "position"]
    list_select_related = ["call", "space"]
