from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class CoreConfig(AppConfig):
    """The ground floor: rules, panels, blocks, the viewer, templates and components. No models."""

    name = "creaspace.core"
    label = "core"

    def ready(self) -> None:
        # A room joins pages below it by having these modules; nobody lists them anywhere.
        autodiscover_modules("destinations", "panels", "blocks", "facts", "receivers")
