"""Peers that are libraries: asked in a process of their own, one question after another."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks._copies import Copy
from benchmarks._peers import data, finding
from benchmarks._programs import told_by
from benchmarks._questions import WORDS, Ground, lot_of, tile_of, usual
from benchmarks._server import Answers
from benchmarks._spaces_words import Lexicon

HERE = Path(__file__).parent
ASKED, WARM = 2_000, 200


def tantivy(copy: Copy, _ground: Ground) -> dict[str, Answers]:
    """One word, the best 20: Latin by words, Chinese by pairs of characters."""
    asked = {
        "table": str(data.table_of(copy)),
        "index": str(data.folder_of(copy) / "tantivy"),
        "is_made": data.is_fresh(data.folder_of(copy) / "tantivy" / "meta.json"),
        "words": {
            "word, Latin": _drawn("word, Latin", WORDS.latin),
            "word, Chinese": _drawn("word, Chinese", WORDS.han),
        },
        "warm": WARM,
    }
    return _answers([str(finding.python()), str(HERE / "run_tantivy.py")], asked)


def _drawn(name: str, lexicon: Lexicon) -> list[str]:
    lot, word = lot_of(name, "c1"), usual(lexicon)
    return [word(lot) for _word in range(ASKED)]


def supercluster(copy: Copy, ground: Ground) -> dict[str, Answers]:
    """Tiles of groups, from points that all stand in memory."""
    lot = lot_of("tile, zooms 0 to 14", "c1")
    asked = {
        "module": str(finding.node_module("supercluster")),
        "points": str(data.points_of(copy)),
        "tiles": [tile_of(lot, ground) for _tile in range(ASKED)],
        "warm": WARM,
    }
    return _answers([*finding.node_command(), str(HERE / "run_supercluster.mjs")], asked)


def _answers(command: Sequence[str], asked: dict[str, Any]) -> dict[str, Answers]:
    return {
        name: Answers(
            times_ms=sorted(told["times_ms"]),
            statuses={"200": len(told["times_ms"])},
            seconds=sum(told["times_ms"]) / 1000,
            cpu_ms=told["cpu_ms"],
            memory_mb=told["memory_mb"],
        )
        for name, told in told_by(command, asked).items()
    }
