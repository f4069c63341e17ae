"""What this room tells the rooms above it."""

from django.dispatch import Signal

link_used = Signal()
"""Sent with ``link`` and ``person`` after somebody pressed the button of a one-time link."""

person_erased = Signal()
"""Sent with ``person_id`` and ``email`` in the transaction in which a person is erased."""
