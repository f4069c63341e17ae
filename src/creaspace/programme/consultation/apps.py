from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    """The key questions of a programme, open until they are answered."""

    name = "creaspace.programme.consultation"
    label = "consultation"
