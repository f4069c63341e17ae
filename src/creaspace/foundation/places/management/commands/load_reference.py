from typing import Any

from django.core.management.base import BaseCommand

from creaspace.core.viewer import System
from creaspace.foundation.places.services import load_cities, load_countries, load_country_sets
from creaspace.foundation.vocabularies.files import read_scheme, shipped_files
from creaspace.foundation.vocabularies.services import load_schemes


class Command(BaseCommand):
    """Load vocabularies, countries, country sets and cities; what is there already stays."""

    help = "Load vocabularies, countries, country sets and cities that come with the software."

    def handle(self, *args: Any, **options: Any) -> None:
        schemes = [read_scheme(path) for path in shipped_files()]
        loaded = load_schemes(files=schemes, by=System("load_reference"))
        countries, cities, sets = load_countries(), load_cities(), load_country_sets()
        self.stdout.write(
            f"{len(loaded)} vocabularies, {countries} countries, {cities} cities and "
            f"{sets} country sets came new."
        )
