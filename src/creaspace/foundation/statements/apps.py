from django.apps import AppConfig


class StatementsConfig(AppConfig):
    """Sources, and what they state about any record."""

    name = "creaspace.foundation.statements"
    label = "statements"
