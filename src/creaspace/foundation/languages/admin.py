from django.contrib import admin

from creaspace.foundation.languages.models import Texts


@admin.register(Texts)
class TextsAdmin(admin.ModelAdmin[Texts]):
    list_display = ["subject_label", "subject_key", "language", "state", "changed_at"]
    list_filter = ["language", "state"]

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        return False
