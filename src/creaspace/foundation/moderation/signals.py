"""What this room tells the rooms above it."""

from django.dispatch import Signal

request_made = Signal()
"""Sent with ``request`` after somebody asked for something about a record."""

request_decided = Signal()
"""Sent with ``request`` and ``decision`` after a request was accepted, declined or opened again."""
