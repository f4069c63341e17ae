from django.apps import AppConfig


class InteropConfig(AppConfig):
    """Imports and exports: how records come into the house and leave it."""

    name = "creaspace.doors.interop"
    label = "interop"
