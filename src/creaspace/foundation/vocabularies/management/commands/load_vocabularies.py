from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from creaspace.core.viewer import System
from creaspace.foundation.vocabularies.files import SchemeFileError, read_scheme, shipped_files
from creaspace.foundation.vocabularies.services import load_schemes


class Command(BaseCommand):
    help = "Bring in the vocabularies that come with Creaspace, or those of the files named."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument(
            "--correct", action="store_true", help="put the wording of a known version right"
        )

    def handle(self, *, files: list[Path], correct: bool, **options: Any) -> None:
        try:
            schemes = [read_scheme(path) for path in files or shipped_files()]
            loaded = load_schemes(files=schemes, by=System("load_vocabularies"), correct=correct)
        except SchemeFileError as error:
            raise CommandError(f"Nothing was saved.\n{error}") from error
        for scheme in loaded:
            self.stdout.write(f"{scheme}.")
