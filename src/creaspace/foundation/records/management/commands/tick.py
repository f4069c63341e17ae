from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from creaspace.foundation.records.services import revive_runs
from creaspace.foundation.records.signals import ticked


class Command(BaseCommand):
    """Revive what is due: waiting runs whose time has come, runs whose worker died."""

    help = "Queue again what is due and what went silent. Run it every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        count = revive_runs(now=now)
        ticked.send(sender=Command, now=now)
        self.stdout.write(f"{count} runs queued again.")
