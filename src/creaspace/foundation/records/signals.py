"""What this room tells the rooms above it."""

from django.dispatch import Signal

act_noted = Signal()
"""Sent with ``subject`` (a `Subject`) when a service left an act, in the same transaction."""

ticked = Signal()
"""Sent with ``now`` once a minute, so that a room can do what time asks of it."""
