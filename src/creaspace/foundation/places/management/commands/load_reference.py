from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from creaspace.core.viewer import System
from creaspace.foundation.places.services import load_cities, load_countries, load_country_sets
from creaspace.foundation.vocabularies.files import SchemeFileError, read_scheme, shipped_files
from creaspace.foundation.vocabularies.services import load_schemes


class Command(BaseCommand):
    """All reference data at once; what is there already stays."""

    help = "Load the vocabularies, countries, country sets and cities that come with Creaspace."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                schemes = [read_scheme(path) for path in shipped_files()]
                loaded = load_schemes(files=schemes, by=System("load_reference"))
                countries, cities, sets = load_countries(), load_cities(), load_country_sets()
        except SchemeFileError as error:
            raise CommandError(f"Nothing was saved.\n{error}") from error
        fresh = sum(scheme.outcome != "unchanged" for scheme in loaded)
        self.stdout.write(
            f"New or changed: {fresh} of {len(loaded)} vocabularies, {countries} countries and "
            f"territories, {sets} country sets, {cities} cities."
        )
