from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons, organisations, consents, and every way of signing in."""

    name = "creaspace.foundation.people"
    label = "people"
