from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from creaspace.programme.programmes.models import Participation, Programme, Session


class ReadOnlyAdmin(admin.ModelAdmin[models.Model]):
    """Programmes are read here; services write them, so that every change is noted."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(Programme)
class ProgrammeAdmin(ReadOnlyAdmin):
    list_display = ["name", "scheme", "starts_on", "ends_on", "published_at"]
    search_fields = ["name", "acronym", "slug"]


@admin.register(Session)
class SessionAdmin(ReadOnlyAdmin):
    list_display = ["slug", "programme", "city_name", "host"]
    list_select_related = ["programme", "host"]


@admin.register(Participation)
class ParticipationAdmin(ReadOnlyAdmin):
    list_display = ["space", "programme", "role", "session"]
    list_select_related = ["space", "programme", "role", "session"]
