"""Static files named by their content."""

import json
import shutil
from pathlib import Path

from django.contrib.staticfiles import finders

from creaspace.core.storage import StaticFiles

NAMES = ["core/manifest.webmanifest", "core/favicon.svg", "core/apple-touch-icon.png"]


def test_the_manifest_asks_for_icons_by_the_names_they_are_served_under(tmp_path: Path) -> None:
    storage = StaticFiles(location=tmp_path, base_url="/static/")
    (tmp_path / "core").mkdir()
    for name in NAMES:
        shutil.copy(str(finders.find(name)), tmp_path / name)

    served = {
        name: hashed for name, hashed, _ in storage.post_process({n: (storage, n) for n in NAMES})
    }

    manifest = tmp_path / served["core/manifest.webmanifest"]
    icons = [icon["src"] for icon in json.loads(manifest.read_text(encoding="utf-8"))["icons"]]
    assert icons == [Path(served[name]).name for name in NAMES[1:]]
    assert all((manifest.parent / icon).exists() for icon in icons)


def test_a_file_collected_anew_is_asked_for_by_its_new_name(tmp_path: Path) -> None:
    storage = StaticFiles(location=tmp_path, base_url="/static/")
    asked = []
    for words in ("one", "two"):
        (tmp_path / "page.css").write_text(f"/* {words} */", encoding="utf-8")
        list(storage.post_process({"page.css": (storage, "page.css")}))
        asked += [storage.url("page.css"), storage.url("page.css")]

    assert asked[0] == asked[1]
    assert asked[2] == asked[3]
    assert len(set(asked)) == 2


def test_the_address_of_a_file_is_worked_out_once(tmp_path: Path) -> None:
    storage = StaticFiles(location=tmp_path, base_url="/static/")
    (tmp_path / "page.css").write_text("/* one */", encoding="utf-8")
    list(storage.post_process({"page.css": (storage, "page.css")}))

    assert storage.url("page.css") is storage.url("page.css")
