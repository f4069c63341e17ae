"""Calls, what they ask, and whom they chose."""

from creaspace.programme.calls.models.call import Call
from creaspace.programme.calls.models.parts import Commitment, Criterion, Rule
from creaspace.programme.calls.models.selection import Selection

__all__ = ["Call", "Commitment", "Criterion", "Rule", "Selection"]
