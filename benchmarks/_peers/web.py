"""Peers that answer over HTTP, each asked for what it offers."""

import json
import os
import random
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from benchmarks._copies import Copy
from benchmarks._peers import data, finding
from benchmarks._questions import WORDS, Ground, box_of, usual
from benchmarks._server import Server, running

Asking = Callable[[random.Random], str]
PAGE = 20
IN_BOX = """
SELECT space.* FROM space_box JOIN space ON space.id = space_box.id
WHERE west >= :west AND east <= :east AND south >= :south AND north <= :north LIMIT 100
"""
FILLING = Path(__file__).parent / "fill_spatialite.py"
HERE = "http://localhost:5000"  # it asks for an address of its own, and only prints it
COLLECTION = {
    "type": "collection",
    "title": "Spaces",
    "description": "Generated spaces",
    "keywords": ["spaces"],
    "extents": {"spatial": {"bbox": [-180, -90, 180, 90]}},
}
PYGEOAPI = {
    "server": {
        "bind": {"host": "127.0.0.1", "port": 5000},
        "url": HERE,
        "mimetype": "application/json; charset=UTF-8",
        "encoding": "utf-8",
        "languages": ["en-US"],
        "limits": {"default_items": 100, "max_items": 100},
        "map": {"url": "/tiles/{z}/{x}/{y}", "attribution": ""},
    },
    "logging": {"level": "ERROR"},
    "metadata": {
        "identification": {
            "title": "Spaces",
            "description": "Generated spaces",
            "keywords": ["spaces"],
            "keywords_type": "theme",
            "terms_of_service": "none",
            "url": HERE,
        },
        "license": {"name": "none", "url": HERE},
        "provider": {"name": "none", "url": HERE},
        "contact": {"name": "none"},
    },
}


@dataclass(frozen=True)
class Web:
    """A server of a peer, ready to be started, and what it is asked."""

    command: Sequence[str]
    first: str
    asks: Mapping[str, Asking]
    env: Mapping[str, str] = field(default_factory=dict)

    def serving(self) -> AbstractContextManager[Server]:
        return running(self.command, dict(self.env), first=self.first)


def datasette(copy: Copy, ground: Ground) -> Web:
    """Boxes by a canned query over the R*Tree, items, and its table API's search."""
    table = data.table_of(copy)
    metadata = data.folder_of(copy) / "datasette.json"
    queries = {"in_box": {"sql": IN_BOX}}
    told = {"databases": {"spaces": {"queries": queries, "tables": {"space": {"size": PAGE}}}}}
    metadata.write_text(json.dumps(told), encoding="utf-8")
    numbers = data.numbers_of(copy)

    def box(lot: random.Random) -> str:
        west, south, east, north = box_of(lot, ground)
        sides = f"west={west:.4f}&south={south:.4f}&east={east:.4f}&north={north:.4f}"
        return f"/spaces/in_box.json?_shape=objects&{sides}"

    def word(lot: random.Random) -> str:
        asked = quote(usual(WORDS.latin)(lot))
        return f"/spaces/space.json?_shape=objects&_size={PAGE}&_search={asked}"

    return Web(
        command=[
            *(str(finding.python()), "-m", "datasette", "serve", "--immutable", str(table)),
            *("--metadata", str(metadata), "--port", "{port}"),
        ],
        first="/-/versions.json",
        asks={
            "box": box,
            "one space as JSON": lambda lot: f"/spaces/space/{lot.choice(numbers)}.json",
            "word, Latin": word,
        },
    )


def pygeoapi(copy: Copy, ground: Ground) -> Web:
    """Boxes and items of its SQLite provider, which reads SpatiaLite; it offers no words there."""
    spatial = data.folder_of(copy) / "spatialite.sqlite"
    if not data.is_fresh(spatial):
        part = spatial.with_suffix(".part")
        part.unlink(missing_ok=True)
        _do([str(finding.python()), str(FILLING), str(data.table_of(copy)), str(part)], {})
        part.replace(spatial)
    env = _described(data.folder_of(copy), spatial)
    numbers = data.numbers_of(copy)
    items = "/collections/space/items"

    def box(lot: random.Random) -> str:
        sides = ",".join(f"{side:.4f}" for side in box_of(lot, ground))
        return f"{items}?f=json&limit=100&bbox={sides}"

    return Web(
        command=[
            *(str(finding.python()), "-m", "gunicorn", "--workers", "2"),
            *("--bind", "127.0.0.1:{port}", "pygeoapi.flask_app:APP"),
        ],
        first="/conformance?f=json",
        asks={
            "box": box,
            "one space as JSON": lambda lot: f"{items}/{lot.choice(numbers)}?f=json",
        },
        env=env,
    )


def _described(folder: Path, spatial: Path) -> dict[str, str]:
    """Its configuration, JSON being YAML too, and the description it makes of itself."""
    config, described = folder / "pygeoapi.yml", folder / "pygeoapi.openapi.yml"
    provider = {
        "type": "feature",
        "name": "SQLiteGPKG",
        "data": str(spatial),
        "id_field": "id",
        "table": "space",
    }
    told = {**PYGEOAPI, "resources": {"space": {**COLLECTION, "providers": [provider]}}}
    config.write_text(json.dumps(told), encoding="utf-8")
    env = {"PYGEOAPI_CONFIG": str(config), "PYGEOAPI_OPENAPI": str(described)}
    program = Path(str(finding.python())).with_name("pygeoapi")
    _do([str(program), "openapi", "generate", str(config), "--output-file", str(described)], env)
    return env


def _do(command: Sequence[str], env: Mapping[str, str]) -> None:
    done = subprocess.run(
        command, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}"[-2000:])
