"""Europe, Asia and the north of Africa as a mosaic of land, without borders, with pins and arcs.

One cell is 8 units of a drawing 1200 wide. Cylindrical projection, true to shape at 38° north.
`data/land.txt` holds the cells (Natural Earth, public domain); `python -m tools.land` renews it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from math import cos, hypot, radians
from pathlib import Path

from creaspace.core.textwidth import width_of

LAND = Path(__file__).parent / "data" / "land.txt"
PITCH = 8
COLUMNS, ROWS = 150, 88
WIDTH, HEIGHT = COLUMNS * PITCH, ROWS * PITCH
WEST, EAST, NORTH = -25.0, 152.0, 70.0
PER_LONGITUDE = WIDTH / (EAST - WEST)
PER_LATITUDE = PER_LONGITUDE / cos(radians(38))

Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True)
class Pin:
    """A place with its name; a hub is drawn larger and named first."""

    label: str
    lat: float
    lon: float
    hub: bool = False
    url: str = ""
    kind: str = ""

    @property
    def at(self) -> Point:
        return project(self.lat, self.lon)

    @property
    def path(self) -> str:
        """A line without length: round it, the style sheet draws a square of any size."""
        return f"M{self.at[0]} {self.at[1]}h.01"


@dataclass(frozen=True)
class Label:
    text: str
    x: float
    y: float
    anchor: str
    hub: bool


@dataclass(frozen=True)
class Mosaic:
    """What a map shows: pins, arcs between the labels of two pins, and the same in a sentence."""

    pins: Sequence[Pin] = ()
    arcs: Sequence[tuple[str, str]] = ()
    description: str = ""
    title: str = ""
    note: str = ""
    by_label: dict[str, Pin] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_label", {pin.label: pin for pin in self.pins})

    @property
    def view_box(self) -> str:
        return f"0 0 {WIDTH} {HEIGHT}"

    @property
    def land(self) -> str:
        return land_path()

    @property
    def arc_paths(self) -> list[str]:
        """One bow for each pair, whichever way it is told; a pair with an unknown end has none."""
        pairs = {tuple(sorted(pair)) for pair in self.arcs}
        known = [
            (self.by_label[a], self.by_label[b])
            for a, b in sorted(pairs)
            if a in self.by_label and b in self.by_label and a != b
        ]
        return [bow(a.at, b.at) for a, b in known]

    @property
    def wide_labels(self) -> list[Label]:
        return place_labels(self.pins, size=19, hub_size=25)

    @property
    def narrow_labels(self) -> list[Label]:
        """Larger letters for a small screen; a name without room is left to the list beside it."""
        return place_labels(self.pins, size=38, hub_size=44)


def project(latitude: float, longitude: float) -> Point:
    """Units from the upper left corner."""
    x = (longitude - WEST) * PER_LONGITUDE
    y = (NORTH - latitude) * PER_LATITUDE
    return round(x, 1), round(y, 1)


def place_of(x: float, y: float) -> Point:
    """Latitude and longitude of a point of the drawing."""
    return NORTH - y / PER_LATITUDE, x / PER_LONGITUDE + WEST


@cache
def land_path() -> str:
    """All land as one path: a line along each run of cells; the style sheet cuts it into tiles."""
    parts = []
    for row, line in enumerate(LAND.read_text().split()):
        column = 0
        for cell, run in groupby(line):
            length = len(list(run))
            if cell == "#":
                y = row * PITCH + PITCH // 2
                parts.append(f"M{column * PITCH} {y}h{length * PITCH}")
            column += length
    return "".join(parts)


def bow(start: Point, end: Point) -> str:
    """A curve that leans north, the more the farther it goes."""
    distance = hypot(end[0] - start[0], end[1] - start[1])
    lift = min(0.3 * distance, 150)
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - lift
    return f"M{start[0]} {start[1]}Q{middle[0]:.1f} {middle[1]:.1f} {end[0]} {end[1]}"


# ---- labels: hubs first, each tries eight places round its pin, and keeps off the others ----


def place_labels(pins: Iterable[Pin], *, size: float, hub_size: float) -> list[Label]:
    """Names that overlap neither each other nor a pin; what finds no room is left out."""
    ordered = sorted(pins, key=lambda pin: not pin.hub)
    margin = size * 0.45
    taken = [_around(pin.at, margin) for pin in ordered]
    labels = []
    for pin in ordered:
        own = _around(pin.at, margin)
        for label, box in _candidates(pin, hub_size if pin.hub else size):
            others = (each for each in taken if each != own)
            if _inside(box) and not any(_overlap(box, each) for each in others):
                taken.append(box)
                labels.append(label)
                break
    return labels


def _around(at: Point, margin: float) -> Box:
    return at[0] - margin, at[1] - margin, at[0] + margin, at[1] + margin


def _candidates(pin: Pin, size: float) -> list[tuple[Label, Box]]:
    x, y = pin.at
    gap, width = size * 0.7, width_of(pin.label, size)
    places = [
        (x + gap, y + size * 0.35, "start"),
        (x - gap, y + size * 0.35, "end"),
        (x + gap * 0.6, y - gap * 0.7, "start"),
        (x + gap * 0.6, y + gap + size * 0.6, "start"),
        (x - gap * 0.6, y - gap * 0.7, "end"),
        (x - gap * 0.6, y + gap + size * 0.6, "end"),
        (x, y - gap, "middle"),
        (x, y + gap + size * 0.8, "middle"),
    ]
    shares = {"start": 0.0, "middle": 0.5, "end": 1.0}
    found = []
    for left, base, anchor in places:
        edge = left - width * shares[anchor]
        box = (edge, base - size * 0.85, edge + width, base + size * 0.25)
        found.append((Label(pin.label, round(left, 1), round(base, 1), anchor, pin.hub), box))
    return found


def _inside(box: Box) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= HEIGHT


def _overlap(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
