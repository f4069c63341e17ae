from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from creaspace.doors.interop.programme_file.checks import BadProgrammeFile, parse
from creaspace.doors.interop.programme_file.loading import Report, load


class Command(BaseCommand):
    """Load a programme from its file: all of it, or nothing with every fault named."""

    help = "Load a programme file (JSON). Loading the same file twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")

    def handle(self, *, file: Path, **options: Any) -> None:
        self.stdout.write(in_words(load_file(file), file.name))


def load_file(file: Path) -> Report:
    """Read, check and load a file; a `CommandError` says what is wrong where."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        told = f"{file} cannot be read: {error.strerror}."
        raise CommandError(f"Nothing was saved.\n{told}") from error
    except UnicodeDecodeError as error:
        raise CommandError(
            f"Nothing was saved.\n{file} is no text in UTF-8 (byte {error.start}). "
            "Give the programme as a JSON file."
        ) from error
    try:
        return load(parse(text, name=file.name))
    except BadProgrammeFile as error:
        raise CommandError(f"Nothing was saved.\n{error}") from error
    except ValidationError as error:
        told = "\n".join(error.messages)
        raise CommandError(f"Nothing was saved.\n{told}") from error


def in_words(report: Report, name: str) -> str:
    counted = ", ".join(
        f"{count} {what.replace('_', ' ')}" for what, count in report.counts.items()
    )
    if not report.changes:
        return f"{name}: {counted}. Nothing has changed since it was loaded last."
    return f"{name}: {counted}. {report.changes} changes were noted."
