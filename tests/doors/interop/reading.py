"""Reading a page as a reader does: its words, its links, its rows, and which source a row names."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

SILENT = {"script", "style", "template", "svg"}
VOID = {
    "br",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
    "path",
    "use",
    "rect",
    "circle",
}
INLINE = {"a", "abbr", "code", "em", "q", "span", "time"}
BLOCKS = {"tr", "li", "p", "dd", "dt", "div", "h1", "h2", "h3", "article", "section", "dl"}


@dataclass
class Block:
    """One element: its words, the heading of its row if it is one, and where it links to."""

    tag: str
    name: str = ""
    pieces: list[str] = field(default_factory=list)
    heading: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @cached_property
    def title(self) -> str:
        return " ".join("".join(self.heading).split())


class Page(HTMLParser):
    """The part of a page between `<main>` and `</main>`."""

    def __init__(self, url: str, html: str) -> None:
        super().__init__()
        self.url = url
        self.blocks: list[Block] = []
        self.links: set[str] = set()
        self._open: list[tuple[str, Block | None]] = []
        self._muted = 0
        main = re.search(r"<main.*?</main>", html, re.DOTALL)
        self.whole = Block("main")
        self.feed(main.group(0) if main else html)

    @property
    def text(self) -> str:
        return self.whole.text

    @cached_property
    def rows(self) -> list[Block]:
        """The rows of the tables, those of the evidence among them."""
        return [block for block in self.blocks if block.tag == "tr" and block.title]

    def address_of(self, ref: str) -> str:
        """The address of a source on this page, from the link `#source-A` that names it."""
        for block in self.blocks:
            if block.tag == "li" and f"#{block.name}" == ref:
                return next((link for link in block.links if link.startswith("http")), "")
        return ""

    def names_source(self, block: Block, address: str) -> bool:
        refs = [link for link in block.links if link.startswith("#source-")]
        return address in {self.address_of(ref) for ref in refs}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in VOID:
            return
        if tag in SILENT:
            self._muted += 1
        if tag == "a":
            self._link(told.get("href", ""))
        block = Block(tag, told.get("id", "")) if tag in BLOCKS else None
        if block:
            self.blocks.append(block)
        if tag not in INLINE:
            self._say(" ")
        self._open.append((tag, block))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag not in {name for name, _block in self._open}:
            return
        while self._open:
            name, _block = self._open.pop()
            if name in SILENT:
                self._muted -= 1
            if name == tag:
                break
        if tag not in INLINE:
            self._say(" ")

    def handle_data(self, data: str) -> None:
        if not self._muted:
            self._say(data)

    def _link(self, address: str) -> None:
        self.links.add(address)
        for _tag, block in self._open:
            if block:
                block.links.append(address)

    def _say(self, words: str) -> None:
        in_heading = any(tag == "th" for tag, _block in self._open)
        self.whole.pieces.append(words)
        for tag, block in self._open:
            if block:
                block.pieces.append(words)
                if tag == "tr" and in_heading:
                    block.heading.append(words)


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text on their own: 5 does not stand in 56 or in 3.5."""
    pattern = rf"(?<![\w.,]){re.escape(' '.join(words.split()))}(?!\w|[.,]\d)"
    return re.search(pattern, text, re.IGNORECASE) is not None
