from django.contrib import admin

from creaspace.programme.visits.models import Day, Stop, Visit


class DayInline(admin.TabularInline[Day, Visit]):
    model = Day
    extra = 0


class StopInline(admin.TabularInline[Stop, Visit]):
    model = Stop
    extra = 0
    raw_id_fields = ["space"]


@admin.register(Visit)
class VisitAdmin(admin.ModelAdmin[Visit]):
    list_display = ["slug", "session", "stops_known"]
    search_fields = ["slug", "note"]
    inlines = [DayInline, StopInline]
