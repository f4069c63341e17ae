from django.apps import AppConfig


class SpacesConfig(AppConfig):
    """The spaces: the noun everything else shares."""

    name = "creaspace.atlas.spaces"
    label = "spaces"
