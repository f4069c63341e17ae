"""What this room hears."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from creaspace.foundation.moderation.services import forget_contacts
from creaspace.foundation.records.signals import ticked


@receiver(ticked)
def forget_in_time(now: datetime, **_others: Any) -> None:
    forget_contacts(now=now)
