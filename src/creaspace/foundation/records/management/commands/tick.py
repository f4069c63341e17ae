from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from creaspace.foundation.records.services import revive_runs


class Command(BaseCommand):
    """Revive what is due: waiting runs whose time has come, runs whose worker died."""

    help = "Queue again what is due and what went silent. Run it every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        count = revive_runs(now=timezone.now())
        self.stdout.write(f"{count} runs queued again.")
