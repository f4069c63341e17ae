"""What this room tells the rooms above it."""

from django.dispatch import Signal

statements_recorded = Signal()
"""Sent with ``subject`` (a `Subject`) after statements about a record were added or withdrawn."""
