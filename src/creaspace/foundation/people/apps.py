from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class PeopleConfig(AppConfig):
    """Persons, organisations, consents, and every way of signing in."""

    name = "creaspace.foundation.people"
    label = "people"


class HostDeskConfig(admin_apps.AdminConfig):
    """Django's admin with the house's door in front of it."""

    default = False  # the room itself is the one above
    default_site = "creaspace.foundation.people.admin_site.HostSite"
