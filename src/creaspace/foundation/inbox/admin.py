from django.contrib import admin

from creaspace.foundation.inbox.models import Notice, OutboxMail
from creaspace.foundation.records.read_only import ReadOnly


@admin.register(OutboxMail)
class OutboxMailAdmin(ReadOnly, admin.ModelAdmin[OutboxMail]):
    list_display = ["subject", "to", "status", "attempts", "made_at", "sent_at"]
    list_filter = ["status", "purpose"]
    fields = ["to", "subject", "purpose", "status", "attempts", "error", "made_at", "sent_at"]


@admin.register(Notice)
class NoticeAdmin(ReadOnly, admin.ModelAdmin[Notice]):
    list_display = ["person", "kind", "made_at", "read_at"]
    list_filter = ["kind"]
