"""Fill the database of the settings with generated spaces: see `_spaces_generator`."""

import importlib
import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "creaspace.settings")
    django.setup()
    generator = importlib.import_module("benchmarks._spaces_generator")
    generator.generate(int(sys.argv[1]), with_words="--unindexed" not in sys.argv)
