"""What this room hears: another page is asked for."""

from django.core.signals import request_started

from creaspace.foundation.languages.reading import forget_waiting

request_started.connect(forget_waiting)
