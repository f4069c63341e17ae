"""Programs that do parts of what the atlas does, on the same spaces, where they are installed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from benchmarks._copies import Copy
from benchmarks._peers import finding, inside, web
from benchmarks._questions import MANY, Ground, lot_of
from benchmarks._rounds import CONNECTIONS, WARM_SECONDS, of_answers, seconds
from benchmarks._server import Answers, Server
from benchmarks._table import Row, table
from tools.bench import Report
from tools.steps import say

WebPeer = Callable[[Copy, Ground], web.Web]
Library = Callable[[Copy, Ground], dict[str, Answers]]
WEB: dict[str, tuple[str, WebPeer]] = {  # what is imported to see that it is there
    "datasette": ("datasette", web.datasette),
    "pygeoapi": ("pygeoapi, gunicorn", web.pygeoapi),
}
LIBRARIES: dict[str, Library] = {"tantivy": inside.tantivy, "supercluster": inside.supercluster}


@dataclass
class Peers:
    """One measuring of them all: what it reports to, what is asked about, and the rows so far."""

    report: Report
    copy: Copy
    ground: Ground
    rows: list[Row]

    def keep(self, name: str, operation: str, connections: int, answers: Answers) -> None:
        row = next((row for row in self.rows if row.name == f"{name}: {operation}"), None)
        if row is None:
            row = Row(f"{name}: {operation}")
            self.rows.append(row)
        what = f"{self.copy.spaces:,} {name} · {operation} · {connections}"
        row.rounds[connections] = of_answers(self.report, what, answers)

    def try_one(self, name: str, version: str | None, ask: Callable[[str], None]) -> None:
        """What is not installed, or fails by its own fault, is said, and the others go on."""
        if version is None:
            self.report.tell(f"{name} is not installed; it is left out.")
            return
        say(f"  {self.copy.spaces:,}: {name} {version}")
        try:
            ask(f"{name} {version}")
        except (RuntimeError, TimeoutError) as fault:
            self.report.tell(f"{name} {version} could not be asked: {fault}")

    def ask_server(self, name: str, make: WebPeer) -> None:
        peer = make(self.copy, self.ground)
        with peer.serving() as site:
            for operation, ask in peer.asks.items():
                self.ask(site, name, operation, ask)

    def ask_library(self, name: str, library: Library) -> None:
        for operation, answers in library(self.copy, self.ground).items():
            self.keep(f"{name}, in its process", operation, 1, answers)

    def ask(self, site: Server, name: str, operation: str, ask: web.Asking) -> None:
        """Like the atlas; what it refuses or breaks off is said."""
        for connections in CONNECTIONS:
            lot = lot_of(operation, f"c{connections}")
            paths = [ask(lot) for _path in range(int(MANY * max(1, seconds())))]
            site.ask(paths[-50:], connections=4, seconds=WARM_SECONDS)
            answers = site.ask(paths, connections=connections, seconds=seconds())
            if answers.refused:
                self.report.tell(f"{name}: {operation} at {connections}: {answers.refused}")
            self.keep(name, operation, connections, answers)


def measure(report: Report, copy: Copy, ground: Ground) -> None:
    peers = Peers(report, copy, ground, [])
    for name, (modules, make) in WEB.items():
        version = finding.version_of(name, modules)
        peers.try_one(name, version, partial(peers.ask_server, make=make))
    for name, library in LIBRARIES.items():
        version = finding.version_of(name, name) or finding.version_of_node_module(name)
        peers.try_one(name, version, partial(peers.ask_library, library=library))
    if peers.rows:
        report.tell(table(f"{copy.spaces:,} in other programs", peers.rows, CONNECTIONS))
