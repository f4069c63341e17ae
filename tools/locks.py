"""No lock file holds an address to download from: whoever installs chooses where from."""

import json
import re
import sys
from collections.abc import Iterator

from tools.steps import ROOT, say

ADDRESS = re.compile(r"https?://|file:|--(?:extra-)?index-url|--find-links| @ ")


def faults() -> Iterator[str]:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if ADDRESS.search(line):
                yield f"requirements/{path.name}, line {number}: an address: {line.strip()}"
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, package in packages.items():
        if "resolved" in package:
            yield f"package-lock.json: {name} holds an address: {package['resolved']}"
        if name and "integrity" not in package:
            yield f"package-lock.json: {name} has no hash."


def main() -> int:
    told = list(faults())
    for line in told:
        say(line)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
