from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SpacesConfig(AppConfig):
    """The spaces: the noun everything else shares."""

    name = "creaspace.atlas.spaces"
    label = "spaces"

    def ready(self) -> None:
        # Rooms above say in their `facets.py` what else spaces are counted by.
        autodiscover_modules("facets")
