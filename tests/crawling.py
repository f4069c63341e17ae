"""Walking through a served copy by its links, as a search engine or a curious reader would."""

import urllib.error
import urllib.parse
import urllib.request
from collections import deque
from dataclasses import dataclass, field
from email.message import Message
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

ASSETS = {  # elements that make a browser fetch something, and the attributes that say what
    "script": ("src",),
    "link": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "use": ("href",),
    "image": ("href",),
}
SPOKEN_OF = {"canonical", "alternate", "license", "author", "me", "cite-as"}  # named, not fetched


class Seen(HTMLParser):
    """What one page links to, what it makes a browser fetch, and what it must not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.assets: list[str] = []
        self.anchors: set[str] = set()
        self.headings = 0
        self.inline: list[str] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._note_structure(tag, told)
        self._note_inline(tag, told)
        if tag == "a" and told.get("href"):
            self.links.append(told["href"])
        if SPOKEN_OF & set(told.get("rel", "").split()):
            return
        for name in ASSETS.get(tag, ()):
            if value := told.get(name):
                parts = value.split(",") if name == "srcset" else [value]
                self.assets += [part.split()[0] for part in parts if part.strip()]

    def _note_structure(self, tag: str, told: dict[str, str]) -> None:
        self.headings += tag == "h1"
        self.anchors |= {value for name in ("id", "name") if (value := told.get(name))}
        if tag == "html":
            self.language = told.get("lang", "")

    def _note_inline(self, tag: str, told: dict[str, str]) -> None:
        is_code = tag == "script" and "src" not in told and "json" not in told.get("type", "")
        if is_code or tag == "style":
            self.inline.append(f"<{tag}>")
        wrong = [name for name in told if name == "style" or name.startswith("on")]
        self.inline += [f"<{tag} {name}>" for name in wrong]


@dataclass
class Answer:
    """What an address gave."""

    status: int
    kind: str
    policy: str
    body: bytes


@dataclass
class Walk:
    """All pages reached from a start, and who led to each address."""

    start: str
    pages: dict[str, Seen] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    came_from: dict[str, str] = field(default_factory=dict)

    def run(self, most: int = 3000) -> "Walk":
        waiting = deque([self.start])
        while waiting and len(self.answers) < most:
            address = waiting.popleft()
            if address in self.answers:
                continue
            answer = self.answers[address] = fetched(address)
            if "html" in answer.kind:
                waiting += self._read(address, answer)
        return self

    def _read(self, address: str, answer: Answer) -> list[str]:
        page = self.pages[address] = Seen()
        page.feed(answer.body.decode())
        found = []
        for link in [*page.links, *page.assets]:
            target = urldefrag(urljoin(address, link)).url
            if self.is_ours(target):
                self.came_from.setdefault(target, address)
                found.append(target)
        return found

    def is_ours(self, address: str) -> bool:
        return urlsplit(address).netloc == urlsplit(self.start).netloc


def fetched(address: str) -> Answer:
    """What comes back; letters beyond ASCII are sent as browsers send them."""
    sent = urllib.parse.quote(address, safe="%/:?&=#+,;@!$'()*[]~")
    request = urllib.request.Request(sent, headers={"Accept-Language": "en"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return _answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return _answer(error.code, error.headers, error.read())


def _answer(status: int, headers: Message, body: bytes) -> Answer:
    kind = headers.get("Content-Type", "")
    return Answer(status, kind, headers.get("Content-Security-Policy", ""), body)
