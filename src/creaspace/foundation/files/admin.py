from django.contrib import admin
from django.http import HttpRequest

from creaspace.foundation.files.models import Derivative, File


class DerivativeInline(admin.TabularInline[Derivative, File]):
    model = Derivative
    extra = 0
    can_delete = False

    def has_add_permission(self, _request: HttpRequest, _obj: File | None = None) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: File | None = None) -> bool:
        return False


@admin.register(File)
class FileAdmin(admin.ModelAdmin[File]):
    """Files are read here; services write them, so that every change leaves an act."""

    list_display = ["original_name", "subject_label", "subject_key", "credit", "licence", "consent"]
    list_filter = ["consent", "media_type"]
    search_fields = ["original_name", "credit", "sha256"]
    inlines = [DerivativeInline]

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: File | None = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: File | None = None) -> bool:
        return False
