"""The land of the map one can move: the islands' build writes it from world-atlas, simplified.

Natural Earth's outlines (public domain) by way of the npm package world-atlas. Whole numbers of
hundredths of a degree, each but the first told as a step from the one before: a third of GeoJSON.
"""

import json
from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

STEPS_PER_DEGREE = 100
TOLERANCE = 1.2  # in hundredths of a degree: what a coast may lose
SMALLEST = 6.0  # in square hundredths: islets below it are left out
STRIP = 60 * STEPS_PER_DEGREE

Point = tuple[int, int]
Ring = list[Point]


def arcs_in_degrees(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Every line of a quantised topology, as longitudes and latitudes."""
    (scale_x, scale_y), (from_x, from_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            points.append((x * scale_x + from_x, y * scale_y + from_y))
        arcs.append(points)
    return arcs


def decoded_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Every line of a quantised topology, in hundredths of a degree."""
    return [
        [(round(lon * STEPS_PER_DEGREE), round(lat * STEPS_PER_DEGREE)) for lon, lat in arc]
        for arc in arcs_in_degrees(topology)
    ]


def unrolled(ring: Ring) -> Ring:
    """A ring that runs on beyond 180 degrees instead of jumping, and round a pole by its edge."""
    turn = 360 * STEPS_PER_DEGREE
    turns = 0
    points = [ring[0]]
    for (before, _), (x, y) in pairwise(ring):
        turns += (before - x > turn / 2) - (x - before > turn / 2)
        points.append((x + turn * turns, y))
    if turns:
        pole = -90 * STEPS_PER_DEGREE if ring[0][1] < 0 else 90 * STEPS_PER_DEGREE
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def simplified(ring: Ring) -> Ring:
    """The ring without points that lie close to the line between those that stay."""
    if len(ring) < 5:
        return ring
    farthest = max(range(len(ring)), key=lambda at: _distance(ring[at], ring[0], ring[0]))
    return [*_reduced(ring[: farthest + 1]), *_reduced(ring[farthest:])[1:]]


def _reduced(line: Ring) -> Ring:
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        middle = range(first + 1, last)
        if not middle:
            continue
        at = max(middle, key=lambda each: _distance(line[each], line[first], line[last]))
        if _distance(line[at], line[first], line[last]) > TOLERANCE:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [line[at] for at in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    if not length:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(dx * (start[1] - point[1]) - dy * (start[0] - point[0])) / length


def strips(polygon: list[Ring]) -> Iterator[list[Ring]]:
    """A polygon in parts no wider than a strip: whole continents are more than engines can fill."""
    west, east = min(polygon[0])[0], max(polygon[0])[0]
    for edge in range(west // STRIP * STRIP, east, STRIP):
        parts = [_kept_east(_kept_west(ring, edge + STRIP), edge) for ring in polygon]
        if parts[0]:
            yield [part for part in parts if part]


def _kept_west(ring: Ring, edge: int) -> Ring:
    """The part of a ring west of a meridian, closed along it."""
    kept: Ring = []
    for (x1, y1), (x2, y2) in pairwise(ring):
        if x1 <= edge:
            kept.append((x1, y1))
        if (x1 < edge < x2) or (x2 < edge < x1):
            kept.append((edge, round(y1 + (y2 - y1) * (edge - x1) / (x2 - x1))))
    return [*kept, kept[0]] if kept else []


def _kept_east(ring: Ring, edge: int) -> Ring:
    mirrored = _kept_west([(-x, y) for x, y in ring], -edge)
    return [(-x, y) for x, y in mirrored]


def area(ring: Ring) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def steps_of(ring: Ring) -> list[int]:
    """The ring as one row of numbers: its first point, then the steps to each next one."""
    row = list(ring[0])
    for (x1, y1), (x2, y2) in pairwise(ring):
        row += [x2 - x1, y2 - y1]
    return row


def land(topology: dict[str, Any]) -> list[list[list[int]]]:
    arcs = decoded_arcs(topology)
    polygons = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            rings = [simplified(unrolled(_joined(ring, arcs))) for ring in polygon]
            kept = [ring for ring in rings if len(ring) > 3 and area(ring) >= SMALLEST]
            if kept and kept[0] is rings[0]:
                polygons += [[steps_of(ring) for ring in part] for part in strips(kept)]
    return polygons


def _joined(ring: list[int], arcs: list[Ring]) -> Ring:
    points: Ring = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += [each for each in arc if not points or each != points[-1]]
    return points


def write(source: Path, target: Path) -> None:
    topology = json.loads(source.read_text(encoding="utf-8"))
    told = {"perDegree": STEPS_PER_DEGREE, "polygons": land(topology)}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(told, separators=(",", ":")), encoding="utf-8")
