"""The application a web server calls: `granian --interface wsgi creaspace.wsgi:application`."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import resolve

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "creaspace.settings")
application = get_wsgi_application()
# All rooms are loaded now, and not with the first request. What they made lives as long as the
# process: unless the collector is told so, it looks through all of it once in some answers.
resolve("/")
gc.collect()
gc.freeze()
