from django.contrib import admin

from creaspace.foundation.files.models import Derivative, File
from creaspace.foundation.records.read_only import ReadOnly


class DerivativeInline(ReadOnly, admin.TabularInline[Derivative, File]):
    model = Derivative
    extra = 0


@admin.register(File)
class FileAdmin(ReadOnly, admin.ModelAdmin[File]):
    list_display = ["original_name", "subject_label", "subject_key", "credit", "licence", "consent"]
    list_filter = ["consent", "media_type"]
    search_fields = ["original_name", "credit", "sha256"]
    inlines = [DerivativeInline]
