from django.contrib import admin

from creaspace.foundation.records.read_only import ReadOnly
from creaspace.programme.visits.models import Day, Stop, Visit


class DayInline(ReadOnly, admin.TabularInline[Day, Visit]):
    model = Day
    extra = 0


class StopInline(ReadOnly, admin.TabularInline[Stop, Visit]):
    model = Stop
    extra = 0


@admin.register(Visit)
class VisitAdmin(ReadOnly, admin.ModelAdmin[Visit]):
    list_display = ["slug", "session", "stops_known"]
    search_fields = ["slug", "note"]
    inlines = [DayInline, StopInline]
