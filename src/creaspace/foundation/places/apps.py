from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Countries and territories, dated sets of them, cities, coordinates and addresses."""

    name = "creaspace.foundation.places"
    label = "places"
