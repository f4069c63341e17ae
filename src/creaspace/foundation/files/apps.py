"""Files: pictures of any record, with credit, licence and the consent of those shown."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Pictures of any record: originals kept private, re-encoded ones shown with their credit."""

    name = "creaspace.foundation.files"
    label = "files"
