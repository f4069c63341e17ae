from django.contrib import admin

from creaspace.foundation.languages.models import Texts
from creaspace.foundation.records.read_only import ReadOnly


@admin.register(Texts)
class TextsAdmin(ReadOnly, admin.ModelAdmin[Texts]):
    list_display = ["subject_label", "subject_key", "language", "state", "changed_at"]
    list_filter = ["language", "state"]
