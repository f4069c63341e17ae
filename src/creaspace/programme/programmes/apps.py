from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Programmes: their editions, organisers, sessions, schedules and who took part."""

    name = "creaspace.programme.programmes"
    label = "programmes"
