"""The host's tables show rows; services write them, so that every change is noted."""

from django.http import HttpRequest


class ReadOnly:
    """Mixed into a `ModelAdmin` or an inline of one."""

    def has_add_permission(self, _request: HttpRequest, _obj: object = None) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: object = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: object = None) -> bool:
        return False
