"""Identity tiles: a blue and white motif drawn from a name, always the same for the same name.

A tile is composed the way painted tiles are: a ground, corners that complete each other when tiles
meet, edges, a figure in the middle and its heart. Each part is unchanged by quarter turns and by
mirroring, so the whole has the eight-fold symmetry of an azulejo. Coordinates run from -8 to 8.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple, TypeVar

HALF = 8
VIEW_BOX = "-8 -8 16 16"

Point = tuple[float, float]
T = TypeVar("T")


class Shape(NamedTuple):
    """One fill: `ink` is ``a`` (cobalt), ``b`` (light cobalt) or ``c`` (porcelain)."""

    ink: str
    path: str


@dataclass
class Dice:
    """Choices that follow from a seed, so that the same name always throws the same."""

    left: int

    @classmethod
    def of(cls, seed: str) -> "Dice":
        return cls(int.from_bytes(sha256(seed.encode()).digest(), "big"))

    def pick(self, options: Sequence[T]) -> T:
        self.left, which = divmod(self.left, len(options))
        return options[which]


# ---- strokes of the brush: path data, unchanged by quarter turns and mirroring ----


def _n(value: float) -> str:
    """A number as short as SVG allows."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


def _join(numbers: tuple[float, ...]) -> str:
    text = " ".join(_n(number) for number in numbers)
    return text.replace(" -", "-")


def _turned(point: Point, quarter: int) -> Point:
    x, y = point
    for _ in range(quarter):
        x, y = -y, x
    return x, y


def _polygon(points: list[Point]) -> str:
    return f"M{_join(tuple(number for point in points for number in point))}z"


def _four(points: list[Point]) -> str:
    return "".join(_polygon([_turned(each, turn) for each in points]) for turn in range(4))


def _leaf(start: Point, end: Point, radius: float) -> str:
    """A leaf between two points, both sides bowed alike."""
    arc = f"A{_n(radius)} {_n(radius)} 0 0 1 "
    return f"M{_join(start)}{arc}{_join(end)}{arc}{_join(start)}z"


def _leaves(start: Point, end: Point, radius: float) -> str:
    return "".join(_leaf(_turned(start, turn), _turned(end, turn), radius) for turn in range(4))


def disc(radius: float) -> str:
    arc = f"a{_n(radius)} {_n(radius)} 0 1 1 "
    return f"M{_n(-radius)} 0{arc}{_n(2 * radius)} 0{arc}{_n(-2 * radius)} 0z"


def square(half: float) -> str:
    return f"M{_join((-half, -half))}h{_n(2 * half)}v{_n(2 * half)}h{_n(-2 * half)}z"


def diamond(half: float) -> str:
    return _polygon([(0, -half), (half, 0), (0, half), (-half, 0)])


def octagon(half: float) -> str:
    cut = round(half * 0.414, 2)
    corner = [(-cut, -half), (cut, -half)]
    return _polygon([_turned(point, turn) for turn in range(4) for point in corner])


def star(half: float) -> str:
    """The eight-pointed star: a square upon a square turned by an eighth."""
    return square(half) + diamond(round(half * 1.414, 2))


def cross(half: float, arm: float) -> str:
    return f"M{_join((-half, -arm))}h{_n(2 * half)}v{_n(2 * arm)}h{_n(-2 * half)}z" + (
        f"M{_join((-arm, -half))}h{_n(2 * arm)}v{_n(2 * half)}h{_n(-2 * arm)}z"
    )


def leaves_straight(inner: float, outer: float, radius: float) -> str:
    return _leaves((0, -inner), (0, -outer), radius)


def leaves_slanted(inner: float, outer: float, radius: float) -> str:
    return _leaves((-inner, -inner), (-outer, -outer), radius)


def clover(distance: float, radius: float) -> str:
    """Four discs, one towards each side."""
    return "".join(_disc_at(_turned((0, -distance), turn), radius) for turn in range(4))


def clover_slanted(distance: float, radius: float) -> str:
    return "".join(_disc_at(_turned((-distance, -distance), turn), radius) for turn in range(4))


def _disc_at(centre: Point, radius: float) -> str:
    arc = f"a{_n(radius)} {_n(radius)} 0 1 1 "
    start = _join((centre[0] - radius, centre[1]))
    return f"M{start}{arc}{_n(2 * radius)} 0{arc}{_n(-2 * radius)} 0z"


def corner_discs(radius: float) -> str:
    arc = f"A{_n(radius)} {_n(radius)} 0 0 1 "
    parts = []
    for turn in range(4):
        corner = _turned((-HALF, -HALF), turn)
        start, end = _turned((radius - HALF, -HALF), turn), _turned((-HALF, radius - HALF), turn)
        parts.append(f"M{_join(corner)}L{_join(start)}{arc}{_join(end)}z")
    return "".join(parts)


def corner_triangles(side: float) -> str:
    return _four([(-HALF, -HALF), (side - HALF, -HALF), (-HALF, side - HALF)])


def corner_squares(side: float) -> str:
    end = side - HALF
    return _four([(-HALF, -HALF), (end, -HALF), (end, end), (-HALF, end)])


def corner_steps(side: float) -> str:
    """A stair of two steps climbing out of each corner."""
    near, far = side - HALF, 2 * side - HALF
    return _four(
        [(-HALF, -HALF), (far, -HALF), (far, near), (near, near), (near, far), (-HALF, far)]
    )


def edge_discs(radius: float) -> str:
    arc = f"A{_n(radius)} {_n(radius)} 0 0 1 "
    parts = []
    for turn in range(4):
        start, end = _turned((radius, -HALF), turn), _turned((-radius, -HALF), turn)
        parts.append(f"M{_join(start)}{arc}{_join(end)}z")
    return "".join(parts)


def edge_points(half: float, depth: float) -> str:
    return _four([(-half, -HALF), (half, -HALF), (0, depth - HALF)])


def edge_pairs(inner: float, outer: float) -> str:
    """Two small triangles on each edge, as the teeth of a border."""
    tip = outer - inner - HALF
    return _four([(inner, -HALF), (outer, -HALF), (outer, tip)]) + _four(
        [(-inner, -HALF), (-outer, -HALF), (-outer, tip)]
    )


# ---- what may stand where; a part is drawn in the strong ink and may be hollowed by the other ----

CORNERS: tuple[tuple[str, str], ...] = (
    (corner_discs(4), corner_discs(2)),
    (corner_discs(5), corner_discs(3)),
    (corner_discs(3), ""),
    (corner_triangles(6), corner_triangles(3)),
    (corner_triangles(8), corner_discs(3)),
    (corner_squares(4), leaves_slanted(4, 8, 4)),
    (corner_squares(3), corner_discs(2)),
    (corner_steps(2), ""),
    (leaves_slanted(3, 8, 5), ""),
    (leaves_slanted(4, 8, 3), corner_discs(1.5)),
    ("", ""),
)
EDGES: tuple[tuple[str, str], ...] = (
    (edge_discs(3), edge_discs(1.5)),
    (edge_discs(2), ""),
    (edge_points(4, 4), ""),
    (edge_points(4, 4), edge_points(2, 2)),
    (edge_points(3, 2), ""),
    (edge_points(2, 4), ""),
    (edge_pairs(1, 4), ""),
    (leaves_straight(4, 8, 3), ""),
    (leaves_straight(5, 8, 2), ""),
    ("", ""),
)
FIGURES: tuple[tuple[str, str], ...] = (
    (star(4), disc(2.5)),
    (star(3.5), star(2)),
    (disc(5), star(2.6)),
    (disc(4.5), leaves_straight(0, 4.5, 3)),
    (disc(4.5), leaves_slanted(0, 3.2, 3)),
    (diamond(6), square(2)),
    (diamond(6), leaves_straight(0, 6, 5)),
    (octagon(5), diamond(4)),
    (octagon(4.5), star(2.4)),
    (leaves_straight(0, 6, 4) + leaves_slanted(0, 4, 4), ""),
    (leaves_slanted(0, 5, 5), ""),
    (leaves_straight(0, 6, 4.2), disc(1.5)),
    (clover(2.5, 2.5), diamond(2.5)),
    (clover_slanted(2, 2.2), square(1.5)),
    (square(4), clover(2, 2)),
    (square(4), diamond(4)),
    (cross(5, 1.5) + square(3), disc(2)),
)
HEARTS: tuple[str, ...] = (
    disc(1),
    square(0.8),
    diamond(1.4),
    star(0.9),
    cross(1.2, 0.4),
    "",
)
FIELDS: tuple[str, ...] = (diamond(8), disc(8), octagon(8), disc(7), "", "")

# ground, field, strong, soft, hollow: inks that stay apart from what they lie on
INKS: tuple[tuple[str, str, str, str, str], ...] = (
    ("", "c", "a", "b", "c"),
    ("", "c", "a", "b", "c"),
    ("", "b", "a", "a", "c"),
    ("a", "b", "c", "c", "a"),
    ("b", "c", "a", "a", "c"),
)


def tile_of(seed: str) -> list[Shape]:
    """The shapes of a seed's tile, from the ground up."""
    dice = Dice.of(seed)
    ground, field, strong, soft, hollow = dice.pick(INKS)
    corner, edge, figure = dice.pick(CORNERS), dice.pick(EDGES), dice.pick(FIGURES)
    shapes = [
        Shape(ground, square(HALF)),
        Shape(field, dice.pick(FIELDS)),
        Shape(strong, corner[0]),
        Shape(hollow, corner[1]),
        Shape(soft, edge[0]),
        Shape(hollow, edge[1]),
        Shape(strong, figure[0]),
        Shape(hollow, figure[1]),
        Shape(soft if figure[1] else hollow, dice.pick(HEARTS)),
    ]
    return [shape for shape in shapes if shape.ink and shape.path]
