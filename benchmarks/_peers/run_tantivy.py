"""Times of words asked of tantivy, in the peers' Python: JSON in, JSON out; see `inside.py`."""

import importlib
import json
import resource
import shutil
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

BEST = 20
ROWS = "SELECT slug, name || ' ' || description, local_name || ' ' || description FROM space"
FIELDS = {"word, Latin": "words", "word, Chinese": "pairs"}
tantivy: Any = importlib.import_module("tantivy")


def opened(folder: Path, table: str, *, is_made: bool) -> Any:
    """The index, made from the table where it is not there yet."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("slug", stored=True, tokenizer_name="raw")
    builder.add_text_field("words", index_option="freq")
    builder.add_text_field("pairs", tokenizer_name="pairs", index_option="position")
    if not is_made:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    index = tantivy.Index(builder.build(), path=str(folder))
    pairs = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(2, 2)).build()
    index.register_tokenizer("pairs", pairs)
    if not is_made:
        fill(index, table)
    return index


def fill(index: Any, table: str) -> None:
    writer = index.writer(256_000_000)
    for slug, words, own in sqlite3.connect(table).execute(ROWS):
        told = {"slug": slug, "words": words, "pairs": "" if own.isascii() else own}
        writer.add_document(tantivy.Document(**told))
    writer.commit()
    writer.wait_merging_threads()


def ask(index: Any, searcher: Any, field: str, word: str) -> list[str]:
    hits = searcher.search(index.parse_query(f'"{word}"', [field]), BEST).hits
    return [searcher.doc(address)["slug"][0] for _score, address in hits]


def measured(index: Any, field: str, words: list[str], warm: int) -> dict[str, Any]:
    searcher = index.searcher()
    for word in words[:warm]:
        ask(index, searcher, field, word)
    times, began = [], time.process_time()
    for word in words:
        start = time.perf_counter()
        ask(index, searcher, field, word)
        times.append((time.perf_counter() - start) * 1000)
    spent = (time.process_time() - began) * 1000
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"times_ms": times, "cpu_ms": spent, "memory_mb": held}


asked = json.load(sys.stdin)
index = opened(Path(asked["index"]), asked["table"], is_made=asked["is_made"])
index.reload()
told = {
    name: measured(index, FIELDS[name], words, asked["warm"])
    for name, words in asked["words"].items()
}
json.dump(told, sys.stdout)
