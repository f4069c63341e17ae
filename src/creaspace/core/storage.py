"""Static files named by their content, also where one file that is no style sheet names another."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

ICONS = r"""(?P<matched>"src":\s*"(?P<url>[^"]+)")"""


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Django looks into styles and scripts only; the manifest names icons as well."""

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("*.webmanifest", ((ICONS, '"src": "%(url)s"'),)),
    )
