"""What a rule answers: yes, or no with a reason a person can read."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise


@dataclass(frozen=True)
class Verdict:
    """A yes, or a no that says why; true or false in an ``if``."""

    allowed: bool
    reason: str | Promise = ""

    def __bool__(self) -> bool:
        return self.allowed


class Refused(PermissionDenied):
    """A service was asked for what its rule forbids; the text is the rule's reason."""


YES = Verdict(allowed=True)


def no(reason: str | Promise) -> Verdict:
    return Verdict(allowed=False, reason=reason)


def ensure(verdict: Verdict) -> None:
    """Go on only with a yes; raise `Refused` with the rule's reason otherwise."""
    if not verdict:
        raise Refused(str(verdict.reason))
