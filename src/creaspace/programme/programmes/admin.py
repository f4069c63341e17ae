from django.contrib import admin

from creaspace.foundation.records.read_only import ReadOnly
from creaspace.programme.programmes.models import Participation, Programme, Session


@admin.register(Programme)
class ProgrammeAdmin(ReadOnly, admin.ModelAdmin[Programme]):
    list_display = ["name", "scheme", "starts_on", "ends_on", "published_at"]
    search_fields = ["name", "acronym", "slug"]


@admin.register(Session)
class SessionAdmin(ReadOnly, admin.ModelAdmin[Session]):
    list_display = ["slug", "programme", "city_name", "host"]
    list_select_related = ["programme", "host"]


@admin.register(Participation)
class ParticipationAdmin(ReadOnly, admin.ModelAdmin[Participation]):
    list_display = ["space", "programme", "role", "session"]
    list_select_related = ["space", "programme", "role", "session"]
