from django.contrib import admin

from creaspace.knowledge.publications.models import Output


@admin.register(Output)
class OutputAdmin(admin.ModelAdmin[Output]):
    list_display = ["slug", "programme", "kind", "status"]
    list_filter = ["status"]
    search_fields = ["slug", "title", "description"]
    raw_id_fields = ["spaces"]
