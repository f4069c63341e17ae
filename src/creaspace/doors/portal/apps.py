from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The front door: home, about, a person's desk, the map for search engines, and the server."""

    name = "creaspace.doors.portal"
    label = "portal"
