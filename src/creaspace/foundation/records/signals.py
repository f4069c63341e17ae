"""What this room tells the rooms above it."""

from django.dispatch import Signal

ticked = Signal()
"""Sent with ``now`` once a minute, so that a room can do what time asks of it."""
