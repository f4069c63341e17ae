"""How wide a line of text will be, near enough to keep drawn labels apart."""

from unicodedata import combining, east_asian_width

NARROW = frozenset("fijlrtI.,:;'|!()[] ·")
WIDE = frozenset("mwMW@%")


def width_of(text: str, size: float) -> float:
    """Width in the unit of `size`; measured on IBM Plex Sans, and one square per Han character."""
    return size * sum(_share(letter) for letter in text)


def _share(letter: str) -> float:
    if combining(letter):
        return 0
    if east_asian_width(letter) in "WF":
        return 1
    if letter in NARROW:
        return 0.33
    if letter in WIDE:
        return 0.88
    return 0.66 if letter.isupper() else 0.57
