"""Static files named by their content, also where one file that is no style sheet names another."""

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
