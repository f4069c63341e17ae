from django.contrib import admin

from creaspace.foundation.records.read_only import ReadOnly
from creaspace.programme.workshops.models import Conclusion, Talk, Workshop


class TalkInline(ReadOnly, admin.StackedInline[Talk, Workshop]):
    model = Talk
    extra = 0


class ConclusionInline(ReadOnly, admin.TabularInline[Conclusion, Workshop]):
    model = Conclusion
    extra = 0


@admin.register(Workshop)
class WorkshopAdmin(ReadOnly, admin.ModelAdmin[Workshop]):
    list_display = ["slug", "session", "held_on", "title"]
    search_fields = ["slug", "title", "note"]
    inlines = [TalkInline, ConclusionInline]
