"""Static files named by their content, also where one file that is no style sheet names another."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from whitenoise.storage import (  # type: ignore[import-untyped]  # it has none
    CompressedManifestStaticFilesStorage,
)

ICONS = r"""(?P<matched>"src":\s*"(?P<url>[^"]+)")"""


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # no types
    """Django looks into styles and scripts only; the manifest names icons as well."""

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("*.webmanifest", ((ICONS, '"src": "%(url)s"'),)),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[tuple[str, bool, str], str] = {}

    def url(self, name: str, force: bool = False) -> str:
        """Worked out once: a page names some forty files, and they move only when collected."""
        key = (self.base_url, settings.DEBUG and not force, name)
        if key not in self.known:
            self.known[key] = super().url(name, force)
        return self.known[key]

    def post_process(self, *args: Any, **kwargs: Any) -> Iterator[Any]:
        yield from super().post_process(*args, **kwargs)
        self.known.clear()
