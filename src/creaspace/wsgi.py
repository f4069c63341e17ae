"""The application a web server calls: `granian --interface wsgi creaspace.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "creaspace.settings")
application = get_wsgi_application()
