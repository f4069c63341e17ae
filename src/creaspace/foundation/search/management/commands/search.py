import json
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import get_language

from creaspace.core.viewer import STRANGER
from creaspace.foundation.search import reading
from creaspace.foundation.search.listing import in_short
from creaspace.foundation.search.registry import findable_of

ROOM_WIDTH = 24


class Command(BaseCommand):
    """Ask the search index what the page would answer to somebody who has not signed in."""

    help = "Find records by words in any script."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("words", nargs="+")
        parser.add_argument("--json", action="store_true", help="Answer as JSON.")
        parser.add_argument("--limit", type=int, default=20, help="How many at most (20).")

    def handle(self, *args: Any, **options: Any) -> None:
        words = " ".join(options["words"])
        limit = max(1, options["limit"])
        code = get_language() or "en"
        if options["json"]:
            results = in_short(words, viewer=STRANGER, limit=limit, code=code)
            self.stdout.write(json.dumps({"results": results}, ensure_ascii=False))
            return
        self._tell(reading.find(words, viewer=STRANGER, limit=limit, code=code))

    def _tell(self, answer: reading.Answer) -> None:
        for hit in answer.hits:
            findable = findable_of(hit.subject.label)
            room = str(findable.title if findable else hit.subject.label)
            self.stdout.write(f"{room:<{ROOM_WIDTH}}{hit.name}  {hit.address}")
        more = "" if answer.is_exact else "+"
        self.stdout.write(f"{answer.count}{more} found.")
        for suggestion in answer.suggestions:
            self.stdout.write(f"Did you mean {suggestion}?")
