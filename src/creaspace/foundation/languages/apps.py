from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    """Texts of any record in several languages, each with its state."""

    name = "creaspace.foundation.languages"
    label = "languages"
