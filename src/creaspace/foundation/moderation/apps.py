"""Moderation: what people ask about a record, and what is decided in the open."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    """What people ask to have corrected, hidden or removed, and what was decided, in the open."""

    name = "creaspace.foundation.moderation"
    label = "moderation"
