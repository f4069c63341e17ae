"""The room of publications."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """Publications: what a programme published, and what it only announced."""

    name = "creaspace.knowledge.publications"
    label = "publications"
