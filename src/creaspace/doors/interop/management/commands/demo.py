from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from creaspace.doors.interop.demonstration import clear_demonstration, load_demonstration
from creaspace.doors.interop.management.commands.load_programme import in_words
from creaspace.doors.interop.programme_file.checks import BadProgrammeFile


class Command(BaseCommand):
    """Bring the demonstration network, or take it away again."""

    help = "Load or clear the demonstration: the programme of 2016 and accounts to look round with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["load", "clear"])

    def handle(self, *, what: str, **options: Any) -> None:
        if what == "clear":
            self.stdout.write(f"{clear_demonstration()} records and accounts were removed.")
            return
        try:
            self.stdout.write(in_words(load_demonstration(), "Demonstration"))
        except BadProgrammeFile as error:
            raise CommandError(f"Nothing was saved.\n{error}") from error
