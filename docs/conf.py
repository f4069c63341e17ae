"""How Sphinx builds these pages; `./dev.py docs` calls it and takes a warning for a failure."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

project = "Creaspace"
author = "The people of Creaspace"
release = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"Creaspace {release}"
html_show_sphinx = False
