from typing import Any

from django.contrib import admin

from creaspace.foundation.records.models import Act, Run, Version
from creaspace.foundation.records.read_only import ReadOnly


@admin.register(Act, Run, Version)
class RecordAdmin(ReadOnly, admin.ModelAdmin[Any]):
    """What was done, what ran, and what a record said at a time."""
