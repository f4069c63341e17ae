from typing import Any

from django.core.management.base import BaseCommand, CommandError

from creaspace.core.progress import ProgressLine
from creaspace.core.subjects import model_of
from creaspace.foundation.search import services
from creaspace.foundation.search.registry import findables


class Command(BaseCommand):
    """Build the search index from the records, here and now; no worker is needed."""

    help = "Build the search index anew. It keeps answering meanwhile."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "labels", nargs="*", help="Only these, as in spaces.space; all by default."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        labels: list[str] = options["labels"]
        line = ProgressLine("Indexing", _expected(labels))
        try:
            total = services.rebuild(labels=labels, step=line.step, afresh=not labels)
        except ValueError as unknown:
            raise CommandError(str(unknown)) from unknown
        line.finish()
        self.stdout.write(f"{total} records are in the index.")


def _expected(labels: list[str]) -> int:
    """How many records there are, hidden and private ones included."""
    models = [model_of(each.label) for each in findables() if not labels or each.label in labels]
    return sum(model._default_manager.count() for model in models if model is not None)
