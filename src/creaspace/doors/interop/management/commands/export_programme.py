"""`creaspace export_programme SLUG OUT.zip`: a programme to keep, to hand over, to open offline."""

import os
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from creaspace.core.progress import ProgressLine
from creaspace.core.static_files import collect_static_files
from creaspace.core.viewer import STRANGER
from creaspace.doors.interop.static_export.contents import contents_of
from creaspace.doors.interop.static_export.exporting import PageFailed, make_export, page_paths
from creaspace.doors.interop.static_export.packing import pack
from creaspace.programme.programmes.models import Programme


class Command(BaseCommand):
    help = "Write a whole programme as pages that open from disk in every language, with data."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="short name of the programme, as in its address")
        parser.add_argument("out", type=Path, help="the zip to write")
        parser.add_argument("--date", help="date to print on the pages (YYYY-MM-DD); today")

    def handle(self, *_args: Any, slug: str, out: Path, date: str | None, **_options: Any) -> None:
        day = self._day(date)
        self._ensure_writable(out)
        contents = contents_of(self._programme(slug))
        collect_static_files(self.stdout.write)
        paths = page_paths(contents)
        line = ProgressLine("Pages", len(paths) * len(settings.LANGUAGES))
        try:
            files = make_export(contents, day, paths=paths, step=line.step)
        except PageFailed as failure:
            raise CommandError(f"Nothing was written. {failure}") from None
        line.finish()
        pack(out, files, f"{slug}-{day.isoformat()}", day)
        self.stdout.write(f"{len(files)} files of {slug} were written to {out}.")

    def _day(self, told: str | None) -> date:
        if not told:
            return timezone.localdate()
        try:
            return date.fromisoformat(told)
        except ValueError:
            raise CommandError(f"{told!r} is no day. Write one such as 2026-11-22.") from None

    def _programme(self, slug: str) -> Programme:
        known = Programme.objects.visible_to(STRANGER)
        programme = known.filter(slug=slug).first()
        if programme is not None:
            return programme
        slugs = ", ".join(known.order_by("slug").values_list("slug", flat=True))
        there = f"There are: {slugs}." if slugs else "None is published here yet."
        raise CommandError(f"There is no published programme {slug!r}. {there}")

    def _ensure_writable(self, out: Path) -> None:
        if out.is_dir():
            raise CommandError(f"{out} is a folder. Name the zip itself, as in {out}/export.zip.")
        if not out.parent.is_dir():
            raise CommandError(f"The folder {out.parent} does not exist. Make it first.")
        if not os.access(out.parent, os.W_OK):
            raise CommandError(f"This account may not write into {out.parent}. Choose another.")
