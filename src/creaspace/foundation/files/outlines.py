"""Reading the outlines of tiles as polygons, so that they can be drawn where no SVG is. Pure.

Only what tiles are made of is understood: M L h v z, and circular arcs A and a.
"""

import math
import re

Point = tuple[float, float]
PARTS = re.compile(r"([MLhvzAa])|(-?(?:\d+\.?\d*|\.\d+))")
STEPS_A_TURN = 96
ARGUMENTS = {"M": 2, "L": 2, "h": 1, "v": 1, "z": 0, "A": 7, "a": 7}


def polygons(path: str) -> list[list[Point]]:
    """One closed polygon for each part of the path."""
    found: list[list[Point]] = []
    for command, numbers in _commands(path):
        if command == "M":
            found.append([(numbers[0], numbers[1])])
        elif command != "z":
            found[-1].extend(_drawn(command, numbers, found[-1][-1]))
    return [each for each in found if len(each) > 2]


def _commands(path: str) -> list[tuple[str, list[float]]]:
    """The commands with their numbers; `M 1 2 3 4` goes on as `L 3 4`."""
    commands: list[tuple[str, list[float]]] = []
    for letter, number in PARTS.findall(path):
        if letter:
            commands.append((letter, []))
            continue
        name, numbers = commands[-1]
        if len(numbers) == ARGUMENTS[name]:
            name, numbers = "L" if name == "M" else name, []
            commands.append((name, numbers))
        numbers.append(float(number))
    return commands


def _drawn(command: str, numbers: list[float], start: Point) -> list[Point]:
    if command == "L":
        return [(numbers[0], numbers[1])]
    if command == "h":
        return [(start[0] + numbers[0], start[1])]
    if command == "v":
        return [(start[0], start[1] + numbers[0])]
    x, y = numbers[5:]
    end = (start[0] + x, start[1] + y) if command == "a" else (x, y)
    return _arc(start, end, numbers[0], large=bool(numbers[3]), sweep=bool(numbers[4]))


def _arc(start: Point, end: Point, radius: float, *, large: bool, sweep: bool) -> list[Point]:
    """Points along a circle; its centre is found as in F.6.5 of the SVG specification."""
    chord = math.dist(start, end)
    radius = max(radius, chord / 2)
    height = math.sqrt(max(radius**2 - (chord / 2) ** 2, 0))
    side = 1 if large == sweep else -1
    across = ((end[0] - start[0]) / chord, (end[1] - start[1]) / chord)
    centre = (
        (start[0] + end[0]) / 2 + side * height * across[1],
        (start[1] + end[1]) / 2 - side * height * across[0],
    )
    begins = math.atan2(start[1] - centre[1], start[0] - centre[0])
    turn = math.atan2(end[1] - centre[1], end[0] - centre[0]) - begins
    turn = turn % math.tau if sweep else turn % math.tau - math.tau
    steps = max(2, round(abs(turn) / math.tau * STEPS_A_TURN))
    return [
        (
            centre[0] + radius * math.cos(begins + turn * step / steps),
            centre[1] + radius * math.sin(begins + turn * step / steps),
        )
        for step in range(1, steps + 1)
    ]
