from django.apps import AppConfig


class InboxConfig(AppConfig):
    """Words for people: notices inside, and an outbox for what goes out by e-mail."""

    name = "creaspace.foundation.inbox"
    label = "inbox"
