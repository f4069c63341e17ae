from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    """One analyser and one index for every room and every script."""

    name = "creaspace.foundation.search"
    label = "search"

    def ready(self) -> None:
        # A room says in its `findable.py` what it wants found; nobody lists the rooms anywhere.
        autodiscover_modules("findable")
