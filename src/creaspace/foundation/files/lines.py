"""Breaking a title into lines that fit. Pure."""

from collections.abc import Callable
from unicodedata import category, east_asian_width

NOT_FIRST = frozenset("、。，．：；？！）」』】〉》)]}.,;:!?%")
NOT_FIRST_KANA = frozenset("ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
NOT_LAST = frozenset("（「『【〈《([{")


def pieces(text: str) -> list[str]:
    """The smallest parts that stay together: words with the space behind, or one wide character."""
    parts: list[str] = []
    for character in text:
        if parts and not _may_break(parts[-1][-1], character):
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in NOT_FIRST | NOT_FIRST_KANA or before in NOT_LAST:
        return False
    if category(after).startswith("M"):
        return False
    return before.isspace() or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"


def broken(
    text: str, width: float, measure: Callable[[str], float], *, most: int
) -> tuple[list[str], bool]:
    """At most so many lines of this width, and whether the whole text is in them.

    A part wider than a line is cut; a text that does not end in time ends in an ellipsis.
    """
    lines = [""]
    for piece in pieces(" ".join(text.split())):
        if measure((lines[-1] + piece).rstrip()) <= width:
            lines[-1] += piece
        elif measure(piece.rstrip()) <= width:
            lines.append(piece)
        else:
            lines += _cut(piece, width, measure)
    lines = [line.strip() for line in lines if line.strip()]
    if len(lines) <= most:
        return lines, True
    return [*lines[: most - 1], _shortened(lines[most - 1], width, measure)], False


def _cut(piece: str, width: float, measure: Callable[[str], float]) -> list[str]:
    lines = [""]
    for character in piece:
        if measure(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return lines


def _shortened(line: str, width: float, measure: Callable[[str], float]) -> str:
    while line and measure(f"{line.rstrip()}…") > width:
        line = line[:-1]
    return f"{line.rstrip()}…"
