"""Renew the mosaic of land: `python -m tools.land` reads world-atlas and writes core/data/land.txt.

The outlines are Natural Earth's (public domain), as the npm package world-atlas brings them.
"""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from creaspace.core.mosaic import COLUMNS, LAND, PITCH, ROWS, place_of
from tools.node import MODULES
from tools.outline import arcs_in_degrees

SOURCE = MODULES / "world-atlas" / "land-50m.json"
PROBES = 4  # a cell is looked at in 4 × 4 points
ENOUGH = 0.4  # share of them on land that makes the cell land

Ring = list[tuple[float, float]]
Edge = tuple[float, float, float, float]


def rings(topology: dict[str, Any]) -> Iterator[Ring]:
    """Every closed line of the land, in degrees."""
    arcs = arcs_in_degrees(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                yield from unrolled(
                    [
                        point
                        for number in ring
                        for point in (arcs[number] if number >= 0 else arcs[~number][::-1])
                    ]
                )


def unrolled(ring: Ring) -> Iterator[Ring]:
    """A ring without its jump at the antimeridian, and once more on either side of the world."""
    turns = 0
    points = [ring[0]]
    for (before, _), (longitude, latitude) in pairwise(ring):
        turns += (before - longitude > 180) - (longitude - before > 180)
        points.append((longitude + 360 * turns, latitude))
    for shift in (-360, 0, 360):
        yield [(longitude + shift, latitude) for longitude, latitude in points]


def crossings(edges: list[Edge], latitude: float) -> list[float]:
    """Where a parallel enters and leaves the land, from west to east."""
    return sorted(
        x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
        for x1, y1, x2, y2 in edges
        if (y1 <= latitude) != (y2 <= latitude)
    )


def is_land(crossed: list[float], longitude: float) -> bool:
    return sum(each < longitude for each in crossed) % 2 == 1


def cells(edges: list[Edge]) -> Iterator[str]:
    offsets = [(step + 0.5) / PROBES * PITCH for step in range(PROBES)]
    for row in range(ROWS):
        lines = [crossings(edges, place_of(0, row * PITCH + dy)[0]) for dy in offsets]
        line = ""
        for column in range(COLUMNS):
            longitudes = [place_of(column * PITCH + dx, 0)[1] for dx in offsets]
            on_land = sum(is_land(crossed, lon) for crossed in lines for lon in longitudes)
            line += "#" if on_land >= ENOUGH * PROBES**2 else "."
        yield line


def main() -> None:
    topology = json.loads(SOURCE.read_text())
    edges = [(*a, *b) for ring in rings(topology) for a, b in pairwise(ring)]
    LAND.write_text("\n".join(cells(edges)) + "\n")
    print(f"Wrote {ROWS} rows of {COLUMNS} cells to {LAND.name}.")


if __name__ == "__main__":
    main()
