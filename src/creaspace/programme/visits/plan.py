"""A schematic plan of stops: points to scale on a ground of tiles, no streets. Pure.

Only what is recorded is drawn: the points, and how exactly each is known. There is no line from
stop to stop, since an order in a report is not a route. Marks that would cover each other are moved
apart and keep a thin line to their true place; a label that finds no free place is left out, since
its number leads to the list beside the plan.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, radians
from typing import NamedTuple, Self

from creaspace.core.textwidth import width_of

TILE = 10  # drawing units from one tile of the ground to the next
MARK = 22  # side of a numbered mark
GAP = 4  # free space between any two things
LETTER = 14  # size of labels
LINE = 17  # from one line of a label to the next
LABEL_WIDTH = 150  # longer names are broken into lines
MARGIN = 40
VAGUE_KM = 0.5  # how far around a position known to the district the ground is shaded
KM_PER_DEGREE = 111.32
SMALLEST_KM = 1.0  # a plan never shows less ground than this
BROADEST, TALLEST = 0.62, 1.05  # height of the sheet in shares of its width
SCALES_KM = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True)
class Place:
    """A numbered point in degrees (WGS 84); `exactness` is building, district, city or moves."""

    number: int
    name: str
    latitude: float
    longitude: float
    exactness: str = "building"


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, side: float) -> Self:
        return cls(x - side / 2, y - side / 2, x + side / 2, y + side / 2)

    def touches(self, other: "Box", gap: float = GAP) -> bool:
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def is_inside(self, width: float, height: float) -> bool:
        return (
            self.left >= GAP
            and self.top >= GAP
            and self.right <= width - GAP
            and self.bottom <= height - GAP
        )


@dataclass(frozen=True)
class Label:
    """Lines of text; `x` is where they are anchored, `ys` the base line of each."""

    lines: tuple[str, ...]
    x: float
    ys: tuple[float, ...]
    anchor: str  # start, middle, end
    box: Box

    @property
    def rows(self) -> list[tuple[str, float]]:
        return list(zip(self.lines, self.ys, strict=True))


@dataclass
class Mark:
    """One place as drawn; `x`, `y` differ from the true point only where marks would collide."""

    place: Place
    true_x: float
    true_y: float
    x: float
    y: float
    label: Label | None = None

    @property
    def is_moved(self) -> bool:
        return (self.x, self.y) != (self.true_x, self.true_y)

    @property
    def box(self) -> Box:
        return Box.around(self.x, self.y, MARK)


@dataclass(frozen=True)
class Scale:
    """The bar that says how long a distance is drawn."""

    km: float
    length: float

    @property
    def words(self) -> str:
        """`2 km` or `200 m`: whole numbers, so that no language needs its own decimal sign."""
        return f"{self.km:g} km" if self.km >= 1 else f"{self.km * 1000:g} m"


@dataclass
class Plan:
    width: int
    height: int
    marks: list[Mark]
    scale: Scale
    ground: str = ""
    shaded: str = ""
    unplaced: list[Place] = field(default_factory=list)

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"


def draw(places: Sequence[Place], *, width: int) -> Plan | None:
    """The plan of these places at this width, or None when there is nothing to place."""
    if not places:
        return None
    points, km_shown, height = _projected(places, width)
    per_km = _units_per_km(km_shown, width, height)
    marks = _apart(places, points, width, height)
    plan = Plan(width, height, marks, _scale(per_km, width))
    plan.ground = "".join(f"M0 {y}H{width}" for y in range(TILE // 2, height, TILE))
    plan.shaded = _shading(marks, per_km, width, height)
    _write_labels(plan)
    return plan


# ---- from degrees to the sheet ----


def _projected(
    places: Sequence[Place], width: int
) -> tuple[list[tuple[float, float]], tuple[float, float], int]:
    """Points on the sheet, the ground it shows in km, and its height."""
    middle = radians(sum(place.latitude for place in places) / len(places))
    east = [place.longitude * cos(middle) * KM_PER_DEGREE for place in places]
    south = [-place.latitude * KM_PER_DEGREE for place in places]
    km = (
        max(max(east) - min(east), SMALLEST_KM),
        max(max(south) - min(south), SMALLEST_KM * BROADEST),
    )
    height = _height(km, width)
    per_km = _units_per_km(km, width, height)
    centre = ((max(east) + min(east)) / 2, (max(south) + min(south)) / 2)
    points = [
        (
            round(width / 2 + (x - centre[0]) * per_km, 1),
            round(height / 2 + (y - centre[1]) * per_km, 1),
        )
        for x, y in zip(east, south, strict=True)
    ]
    return points, km, height


def _height(km: tuple[float, float], width: int) -> int:
    """As high as the ground needs, between a broad and a square sheet, in whole tiles."""
    wanted = (width - 2 * MARGIN) * km[1] / km[0] + 2 * MARGIN
    return round(min(max(wanted, width * BROADEST), width * TALLEST) / TILE) * TILE


def _units_per_km(km: tuple[float, float], width: int, height: int) -> float:
    return min((width - 2 * MARGIN) / km[0], (height - 2 * MARGIN) / km[1])


def _scale(per_km: float, width: int) -> Scale:
    """The longest round distance that fits a quarter of the sheet."""
    fitting = [km for km in SCALES_KM if km * per_km <= width / 4] or [SCALES_KM[0]]
    return Scale(fitting[-1], round(fitting[-1] * per_km, 1))


# ---- keeping marks apart ----


def _apart(
    places: Sequence[Place], points: Sequence[tuple[float, float]], width: int, height: int
) -> list[Mark]:
    marks: list[Mark] = []
    for place, (x, y) in zip(places, points, strict=True):
        drawn = next(_free_spots(x, y, [mark.box for mark in marks], width, height))
        marks.append(Mark(place, x, y, *drawn))
    return marks


def _free_spots(
    x: float, y: float, taken: Sequence[Box], width: int, height: int
) -> Iterator[tuple[float, float]]:
    """Spots nearest first, where a mark covers no other; the true one if the sheet is full."""
    if not any(Box.around(x, y, MARK).touches(box) for box in taken):
        yield x, y
    reach = max(width, height) // TILE
    steps = range(-reach, reach + 1)
    offsets = sorted(((i, j) for i in steps for j in steps), key=lambda each: hypot(*each))
    for i, j in offsets:
        spot = Box.around(x + i * TILE, y + j * TILE, MARK)
        if spot.is_inside(width, height) and not any(spot.touches(box) for box in taken):
            yield round(x + i * TILE, 1), round(y + j * TILE, 1)
    yield x, y


# ---- the ground under what is known only roughly ----


def _shading(marks: Sequence[Mark], per_km: float, width: int, height: int) -> str:
    """Tiles within the reach of a vague position, as one path."""
    vague = [mark for mark in marks if mark.place.exactness != "building"]
    reach = VAGUE_KM * per_km
    tiles = {tile for mark in vague for tile in _tiles_near(mark, reach, width, height)}
    side = TILE - 1
    return "".join(f"M{x} {y}h{side}v{side}h-{side}z" for x, y in sorted(tiles))


def _tiles_near(mark: Mark, reach: float, width: int, height: int) -> Iterator[tuple[int, int]]:
    """The tile under the point, and those whose middle lies within reach."""
    under = (int(mark.true_x // TILE) * TILE, int(mark.true_y // TILE) * TILE)
    steps = range(-int(reach // TILE) - 1, int(reach // TILE) + 2)
    for i in steps:
        for j in steps:
            x, y = under[0] + i * TILE, under[1] + j * TILE
            middle = (x + TILE / 2, y + TILE / 2)
            near = hypot(middle[0] - mark.true_x, middle[1] - mark.true_y) <= reach
            if (near or (i, j) == (0, 0)) and 0 <= x < width and 0 <= y < height:
                yield x, y


# ---- labels ----


def _write_labels(plan: Plan) -> None:
    taken = [mark.box for mark in plan.marks]
    taken += [Box.around(mark.true_x, mark.true_y, GAP) for mark in plan.marks if mark.is_moved]
    taken.append(Box(0, plan.height - 2 * LINE, plan.scale.length + 40, plan.height))
    for mark in plan.marks:
        for label in _places_for(mark):
            others = [box for box in taken if box != mark.box]
            free = not any(label.box.touches(box, 1) for box in others)
            if free and label.box.is_inside(plan.width, plan.height):
                mark.label = label
                taken.append(label.box)
                break


def _places_for(mark: Mark) -> Iterator[Label]:
    """Where a label may stand, best first: beside the mark, below, above, then a little further."""
    lines = broken(mark.place.name, LABEL_WIDTH)
    wide = max(width_of(line, LETTER) for line in lines)
    tall = LINE * len(lines)
    beside, level = MARK / 2 + GAP, mark.y - tall / 2
    for far in (0, TILE, 2 * TILE):
        yield _label(lines, mark.x + beside + far, level, wide, "start")
        yield _label(lines, mark.x - beside - far, level, wide, "end")
        yield _label(lines, mark.x, mark.y + beside + far, wide, "middle")
        yield _label(lines, mark.x, mark.y - beside - far - tall, wide, "middle")
        for top in (mark.y + beside + far, mark.y - beside - far - tall):
            yield _label(lines, mark.x - MARK / 2, top, wide, "start")
            yield _label(lines, mark.x + MARK / 2, top, wide, "end")


def _label(lines: tuple[str, ...], x: float, top: float, wide: float, anchor: str) -> Label:
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    ys = tuple(round(top + LINE * (place + 0.76), 1) for place in range(len(lines)))
    box = Box(left, top, left + wide, top + LINE * len(lines))
    return Label(lines, round(x, 1), ys, anchor, box)


def broken(name: str, widest: float) -> tuple[str, ...]:
    """A name in few lines of like length, broken at spaces; a long word stays whole."""
    lines = _filled(name, widest)
    for narrower in range(int(widest), 0, -LETTER // 2):
        tighter = _filled(name, narrower)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return tuple(lines)


def _filled(name: str, widest: float) -> list[str]:
    lines: list[str] = []
    for word in name.split() or [name]:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, LETTER) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
