from django.contrib import admin

from creaspace.programme.workshops.models import Conclusion, Talk, Workshop


class TalkInline(admin.StackedInline[Talk, Workshop]):
    model = Talk
    extra = 0
    raw_id_fields = ["space"]


class ConclusionInline(admin.TabularInline[Conclusion, Workshop]):
    model = Conclusion
    extra = 0


@admin.register(Workshop)
class WorkshopAdmin(admin.ModelAdmin[Workshop]):
    list_display = ["slug", "session", "held_on", "title"]
    search_fields = ["slug", "title", "note"]
    autocomplete_fields = ["city"]
    raw_id_fields = ["venue"]
    inlines = [TalkInline, ConclusionInline]
