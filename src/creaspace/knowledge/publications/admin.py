from django.contrib import admin

from creaspace.foundation.records.read_only import ReadOnly
from creaspace.knowledge.publications.models import Output


@admin.register(Output)
class OutputAdmin(ReadOnly, admin.ModelAdmin[Output]):
    list_display = ["slug", "programme", "kind", "status"]
    list_filter = ["status"]
    search_fields = ["slug", "title", "description"]
