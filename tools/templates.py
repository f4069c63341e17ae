"""What a template may not hold: inline script or style, foreign hosts, more than 150 lines."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.steps import ROOT, say

LONGEST = 150
COMMENT = re.compile(r"{#.*?#}|{%\s*comment\s*.*?%}.*?{%\s*endcomment\s*%}|<!--.*?-->", re.DOTALL)
RULES = {
    "an inline style block": re.compile(r"<style\b", re.IGNORECASE),
    "a style attribute": re.compile(r"<[a-z][^<>]*?\sstyle\s*=", re.IGNORECASE),
    "a script without a file": re.compile(
        r"<script\b(?![^>]*\bsrc=)(?![^>]*\btype=[\"']application/(?:ld\+)?json)", re.IGNORECASE
    ),
    "an event handler attribute": re.compile(r"<[a-z][^<>]*?\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"[\"']\s*javascript:", re.IGNORECASE),
    "an asset of a foreign host": re.compile(
        r"<(?:script|link|img|iframe|source|video|audio|object|embed|image|use)\b[^>]*?"
        r"\b(?:src|href|srcset|data|poster)\s*=\s*[\"'](?:https?:)?//",
        re.IGNORECASE,
    ),
    "a blocktranslate without `trimmed`": re.compile(r"{%\s*blocktrans(?:late)?\b(?![^%]*trimmed)"),
}


def faults(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    length = text.count("\n")
    if length > LONGEST:
        yield f"{length} lines; the limit is {LONGEST}: split it by meaning"
    bare = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for what, pattern in RULES.items():
        for found in pattern.finditer(bare):
            yield f"line {bare.count(chr(10), 0, found.start()) + 1}: {what}"


def main() -> int:
    paths = sorted((ROOT / "src").rglob("templates/**/*.*ml"))
    told = [f"{path.relative_to(ROOT)}: {fault}" for path in paths for fault in faults(path)]
    for line in told:
        say(line)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
