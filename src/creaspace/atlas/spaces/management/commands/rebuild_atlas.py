from typing import Any

from django.core.management.base import BaseCommand

from creaspace.atlas.spaces.models import Space
from creaspace.atlas.spaces.work import rebuild
from creaspace.core.progress import ProgressLine


class Command(BaseCommand):
    """All that the atlas counts and draws, made anew from the spaces."""

    help = "Make lists, counts and map of the atlas anew. Pages keep answering meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        line = ProgressLine("Spaces", Space.objects.count())
        shown = rebuild(step=line.step)
        line.finish()
        self.stdout.write(f"{shown} spaces show in the atlas.")
