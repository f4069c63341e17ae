"""Turning a served page into one that opens from disk. Pure: HTML in, HTML out."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]

GONE = {"script", "form", "template"}  # with all they hold
GONE_PARTS = {"ask"}  # parts of a page, by id, that only ask for something
FRAME = {"header", "footer", "div"}  # elements that something else may stand in for
GONE_LINKS = {"manifest", "alternate", "canonical", "apple-touch-icon", "preload", "modulepreload"}
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track")
)
TO_FILES = {"link": "href", "img": "src", "source": "src", "use": "href", "image": "href"}
OUTSIDE = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
OTHER = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)  # mailto:, tel:, data:


@dataclass(frozen=True)
class Target:
    """Where an address of the site leads in the export."""

    address: str = ""  # relative to the page; empty: there is no such page here
    is_action: bool = False  # something to do on the living site, without meaning on paper


Resolve = Callable[[str], Target]


@dataclass
class Rewritten:
    html: str
    icons: set[str] = field(default_factory=set)


class Rewriter(HTMLParser):
    """Drops what needs a server, leads links to files, keeps everything else letter by letter."""

    def __init__(self, resolve: Resolve, frame: dict[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.resolve = resolve
        self.frame = frame  # class of an element -> what stands in its place
        self.parts: list[str] = []
        self.icons: set[str] = set()
        self.skipping: list[str] = []  # names of the open elements that are being left out
        self.closing: list[str] = []  # what each open <a> is closed with
        self.in_svg = 0

    # ---- elements ----

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self.skipping:
            if tag not in VOID:
                self.skipping.append(tag)
            return
        self.in_svg += tag == "svg"
        values = {name: value or "" for name, value in attrs}
        if self._is_gone(tag, values):
            return
        self._keep(tag, values)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if self.skipping:
            return
        values = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)
        elif not self._is_gone(tag, values, closed=True):
            self._keep(tag, values, closed=True)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self._close_skipped(tag)
            return
        self.in_svg -= tag == "svg"
        if tag.startswith("cs-") or tag in VOID:
            return
        if tag == "a" and self.closing:
            self.parts.append(self.closing.pop())
            return
        self.parts.append(f"</{tag}>")

    def _close_skipped(self, tag: str) -> None:
        while self.skipping:
            if self.skipping.pop() == tag:
                return

    def _is_gone(self, tag: str, values: dict[str, str], *, closed: bool = False) -> bool:
        """Whether the element is left out; it may leave something in its place."""
        classes = values.get("class", "").split()
        replaced = [name for name in classes if name in self.frame and tag in FRAME]
        if replaced:
            self.parts.append(self.frame[replaced[0]])
        if replaced or tag in GONE or values.get("id") in GONE_PARTS:
            if tag not in VOID and not closed:
                self.skipping.append(tag)
            return True
        if tag == "link":
            return bool(GONE_LINKS & set(values.get("rel", "").split()))
        if tag == "meta":
            told = [values.get(name, "") for name in ("property", "name", "itemprop")]
            return told[0].startswith("og:") or "twitter:" in told[1] or told[2] == "image"
        return tag.startswith("cs-")  # an island's words stay, its element goes

    def _keep(self, tag: str, values: dict[str, str], *, closed: bool = False) -> None:
        if tag == "a":
            self._link(values)
        elif tag in TO_FILES and TO_FILES[tag] in values:
            self._file(tag, values, closed=closed)
        elif tag == "body":
            kept = {name: value for name, value in values.items() if not name.startswith("data-")}
            self._write(tag, kept)
        else:
            self.parts.append(self.get_starttag_text() or "")

    def _write(self, tag: str, values: dict[str, str], *, closed: bool = False) -> None:
        told = "".join(f' {name}="{escape(value)}"' for name, value in values.items())
        self.parts.append(f"<{tag}{told}{'/' if closed else ''}>")

    # ---- addresses ----

    def _link(self, values: dict[str, str]) -> None:
        address = values.get("href", "")
        if address.removeprefix("#") in GONE_PARTS:
            self.skipping.append("a")
            return
        if not address or address.startswith("#") or OTHER.match(address) or OUTSIDE.match(address):
            if OUTSIDE.match(address):
                values["rel"] = "external noopener"
            self._write("a", values)
            self.closing.append("</a>")
            return
        target = self.resolve(address)
        if target.is_action:
            self.skipping.append("a")
            return
        if not target.address:
            plain = "g" if self.in_svg else "span"
            self.parts.append(f"<{plain}>")
            self.closing.append(f"</{plain}>")
            return
        self._write("a", {**values, "href": target.address})
        self.closing.append("</a>")

    def _file(self, tag: str, values: dict[str, str], *, closed: bool) -> None:
        name = TO_FILES[tag]
        address = values[name]
        if tag == "use":
            _sheet, _hash, icon = address.partition("#")
            if _sheet:
                self.icons.add(icon)
                values = {**values, name: f"#icon-{icon}"}
            self._write(tag, values, closed=closed)
            return
        if OUTSIDE.match(address) or OTHER.match(address):
            return
        target = self.resolve(address)
        if target.address:
            self._write(tag, {**values, name: target.address}, closed=closed)

    # ---- everything else stays as it is ----

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        return

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")


def rewrite(html: str, resolve: Resolve, frame: dict[str, str]) -> Rewritten:
    """The page for disk; `frame` gives what stands in place of header and footer by class."""
    rewriter = Rewriter(resolve, frame)
    rewriter.feed(html)
    rewriter.close()
    return Rewritten("".join(rewriter.parts), rewriter.icons)


def with_icons(page: Rewritten, sprite: str) -> str:
    """Signs stand inside the page: browsers do not read them from a neighbouring file on disk."""
    symbols = re.findall(r'<symbol id="([\w-]+)"(.*?)</symbol>', sprite, re.DOTALL)
    used = [
        f'<symbol id="icon-{name}"{rest}</symbol>' for name, rest in symbols if name in page.icons
    ]
    if not used:
        return page.html
    sheet = f'<svg hidden aria-hidden="true">{"".join(used)}</svg>'
    return re.sub(r"(<body[^>]*>)", lambda found: found[1] + sheet, page.html, count=1)


def links_of(html: str) -> list[str]:
    """Addresses of the site that a page leads to, in order, each once."""
    collector = _Collector()
    collector.feed(html)
    collector.close()
    return list(dict.fromkeys(collector.found))


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        address = dict(attrs).get("href" if tag == "a" else TO_FILES.get(tag, "")) or ""
        if address.startswith("/") and not address.startswith("//"):
            self.found.append(address)
