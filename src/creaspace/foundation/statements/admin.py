from typing import Any

from django.contrib import admin
from django.db import models

from creaspace.foundation.records.read_only import ReadOnly
from creaspace.foundation.statements.models import Batch, Source, Statement


@admin.register(Source)
class SourceAdmin(ReadOnly, admin.ModelAdmin[Source]):
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    list_display = ["title", "kind", "address"]
    list_filter = ["kind"]
    search_fields = ["title", "address"]


@admin.register(Statement, Batch)
class StatementAdmin(ReadOnly, admin.ModelAdmin[Any]):
    """What is stated, and in which batch it came."""
