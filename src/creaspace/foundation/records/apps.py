from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """What was done: acts, versions of records, runs of tasks, rate limits."""

    name = "creaspace.foundation.records"
    label = "records"
