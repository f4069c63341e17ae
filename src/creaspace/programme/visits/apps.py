"""The room of visits."""

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Visits: planned and held dates, days, and stops in order."""

    name = "creaspace.programme.visits"
    label = "visits"
