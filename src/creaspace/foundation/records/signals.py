"""What this room tells the rooms above it."""

from django.dispatch import Signal

acts_noted = Signal()
"""Sent with ``subjects`` (of `Subject`) when a service left acts, in the same transaction."""

ticked = Signal()
"""Sent with ``now`` once a minute, so that a room can do what time asks of it."""
