"""Keeping one sender from asking for more of the map than a person can look at.

Each process counts for itself, and tells the shared count only once in every so many answers: a
check costs no question to the database, and a flood over several processes is still one flood.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from django.conf import settings

from creaspace.core.verdicts import Refused
from creaspace.foundation.records.services import count_try

PORTION = 50  # answers that count as one try
WINDOW = timedelta(minutes=1)
MOST_SENDERS = 10_000  # remembered at once


@dataclass
class Gate:
    """How many answers each sender had since the shared count was last told."""

    untold: dict[str, int] = field(default_factory=dict)
    closed_until: dict[str, float] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def wait_for(self, sender: str, *, now: datetime, weight: int = 1) -> int:
        """Seconds this sender has to wait; 0 lets the request in and counts it."""
        most = settings.CREASPACE_DATA_ANSWERS_PER_MINUTE
        if not most:
            return 0
        with self.lock:
            self._forget(now)
            if wait := self._closed_for(sender, now):
                return wait
            self.untold[sender] = self.untold.get(sender, 0) + weight
            tries, self.untold[sender] = divmod(self.untold[sender], PORTION)
        for _try in range(tries):
            if wait := self._tell(sender, most, now):
                return wait
        return 0

    def _closed_for(self, sender: str, now: datetime) -> int:
        return max(0, round(self.closed_until.get(sender, 0) - now.timestamp()))

    def _tell(self, sender: str, most: int, now: datetime) -> int:
        try:
            count_try(
                key=f"atlas-data:{sender}",
                most=max(1, most // PORTION),
                within=WINDOW,
                refusal="Too many answers in a minute.",
                now=now,
            )
        except Refused:
            seconds = WINDOW.total_seconds()
            with self.lock:
                self.closed_until[sender] = (now.timestamp() // seconds + 1) * seconds
            return max(1, self._closed_for(sender, now))
        return 0

    def _forget(self, now: datetime) -> None:
        if len(self.untold) > MOST_SENDERS:
            self.untold.clear()
        if len(self.closed_until) > MOST_SENDERS:
            self.closed_until.clear()
