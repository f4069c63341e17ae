from django.apps import AppConfig


class VocabulariesConfig(AppConfig):
    """Versioned schemes of concepts, in several languages and matched to one another."""

    name = "creaspace.foundation.vocabularies"
    label = "vocabularies"
