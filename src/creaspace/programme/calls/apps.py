from django.apps import AppConfig


class CallsConfig(AppConfig):
    """Calls of a funder for programmes, and of a programme for spaces."""

    name = "creaspace.programme.calls"
    label = "calls"
