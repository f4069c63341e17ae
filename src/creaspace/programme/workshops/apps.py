"""The room of workshops."""

from django.apps import AppConfig


class WorkshopsConfig(AppConfig):
    """Workshops: where and when people talked, about what, and what they concluded."""

    name = "creaspace.programme.workshops"
    label = "workshops"
