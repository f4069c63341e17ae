"""A request whose sender is known to be signed in."""

from django.http import HttpRequest

from creaspace.foundation.people.models import Person


class SignedInRequest(HttpRequest):
    """What a view behind `@login_required` receives."""

    user: Person
