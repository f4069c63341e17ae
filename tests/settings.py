"""The settings under test: those of the project, in a throw-away data folder, with fast hashing."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = {
    *("CREASPACE_DATABASE_URL", "CREASPACE_BROWSER", "CREASPACE_SCREENSHOTS"),
    "CREASPACE_TEST_SHARED",
}

os.environ.setdefault(
    "CREASPACE_SCREENSHOTS",
    str(Path(os.environ.get("CREASPACE_DATA_DIR", ROOT / "var")) / "screenshots"),
)
for name in [name for name in os.environ if name.startswith("CREASPACE_")]:
    if name not in KEPT or not os.environ[name]:
        del os.environ[name]  # a host's own settings must not change what a test says
os.environ["CREASPACE_DATA_DIR"] = tempfile.mkdtemp(prefix="creaspace-tests-")
atexit.register(shutil.rmtree, os.environ["CREASPACE_DATA_DIR"], ignore_errors=True)

from creaspace.settings import *  # noqa: E402, F403 -- the data folder is chosen first
from creaspace.settings import STATIC_ROOT, STORAGES  # noqa: E402

Path(STATIC_ROOT).mkdir()  # WhiteNoise looks for it

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
