"""What a person reads on a page, by language; and what the catalogues hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parents[2] / "src" / "creaspace"
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
UNREAD = {"script", "style"}
SPOKEN = ("alt", "title", "aria-label", "placeholder")
LONG = 12  # letters; shorter words are also names


@dataclass
class Page(HTMLParser):
    """The words of a page that claim to be in its own language, and what its head says."""

    language: str = ""
    canonical: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []

    @classmethod
    def read(cls, content: bytes) -> "Page":
        page = cls()
        page.feed(content.decode())
        return page

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.said))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = told.get("lang", "")
        if tag == "link":
            self._note_link(told)
        language = told.get("lang", self._open[-1][1] if self._open else "")
        if language == self.language:
            self.said += [told[name] for name in SPOKEN if told.get(name)]
        if tag not in VOID:
            self._open.append((tag, "" if tag in UNREAD else language))

    def handle_endtag(self, tag: str) -> None:
        while self._open and tag in {name for name, _language in self._open}:
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1] == self.language and data.strip():
            self.said.append(data)

    def _note_link(self, told: dict[str, str]) -> None:
        if told.get("rel") == "canonical":
            self.canonical = told["href"]
        if told.get("rel") == "alternate" and "hreflang" in told:
            self.alternates[told["hreflang"]] = told["href"]


@cache
def translated_sources(language: str) -> list[str]:
    """Long English strings of our rooms that are written otherwise in this language."""
    return sorted({each for path in _catalogues(language) for each in _sources(path)})


def _catalogues(language: str) -> list[Path]:
    return sorted(SOURCE.glob(f"**/locale/{language}/LC_MESSAGES/django.po"))


def _sources(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        source = message.id if isinstance(message.id, str) else message.id[0]
        target = message.string if isinstance(message.string, str) else message.string[0]
        if sum(letter.isalpha() for letter in source) > LONG and source not in target:
            # with placeholders, the longest stretch between two of them stands for the whole
            yield max(re.split(r"%\(\w+\)[sd]|%[sd]|%%", source), key=len).strip()
