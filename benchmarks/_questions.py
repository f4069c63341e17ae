"""What the atlas is asked when it is measured: kinds of questions, and many addresses of each.

`at` makes each address its own, so that no answer is a remembered one.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from benchmarks._spaces_words import SCRIPTS, Chance, Lexicon

SEED = 7
MANY = 4_000
ZOOMS = 15
COMMON, RARE = 12, 400  # the commonest words, and how many of the rarest
COUNTRIES = ("ES", "CN", "JP", "FR", "IN", "DE", "KR", "TH", "PH", "IT")
KINDS = ("art-gallery", "studio", "theatre", "library", "workshop")
SPOTS = (  # longitude, latitude of places where people crowd
    *((-0.38, 39.47), (102.83, 24.88), (139.69, 35.69), (121.47, 31.23), (2.35, 48.86)),
    *((77.21, 28.61), (126.98, 37.57), (100.5, 13.75), (13.4, 52.52), (106.85, -6.21)),
)
WORDS = Chance.begin()
Asking = Callable[[random.Random, int], str]


@dataclass(frozen=True)
class Operation:
    """One kind of question; the floor is answers a second at 8 connections, 1,000,000 on SQLite."""

    name: str
    ask: Asking
    floor: float | None = None
    is_page: bool = False

    def paths(self) -> list[str]:
        lot = random.Random(SEED)
        return [self.ask(lot, number) for number in range(MANY)]


def _words(*picks: Callable[[random.Random], str]) -> Asking:
    """Words in the space of a whole world, as data."""

    def ask(lot: random.Random, number: int) -> str:
        asked = "+".join(quote(pick(lot)) for pick in picks)
        return f"/data/spaces/box.json?q={asked}&at=n{number}"

    return ask


def _common(lexicon: Lexicon) -> Callable[[random.Random], str]:
    return lambda lot: lot.choice(lexicon.words[:COMMON])


def _any(lexicon: Lexicon) -> Callable[[random.Random], str]:
    return lambda lot: lexicon.draw(lot, 1)[0]


def _rare(lexicon: Lexicon) -> Callable[[random.Random], str]:
    return lambda lot: lot.choice(lexicon.words[-RARE:])


def _kana(lot: random.Random) -> str:
    """Two characters that stand in Japanese names, and in no description in Chinese."""
    return "".join(lot.choices(SCRIPTS["kana"][2], k=2))


def box_of(lot: random.Random) -> str:
    """A city's or a country's surroundings, in degrees: west, south, east, north."""
    longitude, latitude = lot.choice(SPOTS)
    half = lot.choice((0.1, 0.3, 1.0, 4.0))
    west, south = longitude + lot.uniform(-half, half), latitude + lot.uniform(-half, half)
    return f"{west:.4f},{south:.4f},{west + 2 * half:.4f},{south + half:.4f}"


def _box(lot: random.Random, number: int) -> str:
    return f"/data/spaces/box.json?box={box_of(lot)}&at=n{number}"


def _filtered_box(lot: random.Random, number: int) -> str:
    return f"{_box(lot, number)}&kind={lot.choice(KINDS)}"


def _words_in_box(lot: random.Random, number: int) -> str:
    return f"{_box(lot, number)}&q={_any(WORDS.latin)(lot)}"


def _facets(lot: random.Random, number: int) -> str:
    where = f"box={box_of(lot)}" if lot.random() < 0.7 else f"country={lot.choice(COUNTRIES)}"
    return f"/data/spaces/facets.json?{where}&at=n{number}"


def _tile(lot: random.Random, number: int) -> str:
    zoom = lot.randrange(ZOOMS)
    longitude, latitude = lot.choice(SPOTS)
    side = 1 << zoom
    x = min(side - 1, int((longitude + lot.gauss(0, 0.2) + 180) / 360 * side))
    y = min(side - 1, max(0, int((0.5 - latitude / 215) * side)))  # near enough to a tile's row
    return f"/data/spaces/tiles/{zoom}/{x % side}/{y}.json?at=n{number}"


def _list_page(lot: random.Random, number: int) -> str:
    return f"/en/spaces/?country={lot.choice(COUNTRIES)}&page={lot.randrange(1, 6)}&at=n{number}"


def _searched_page(lot: random.Random, number: int) -> str:
    return f"/en/spaces/?q={_any(WORDS.latin)(lot)}&at=n{number}"


def _search_page(lot: random.Random, _number: int) -> str:
    return f"/en/search/?q={_any(WORDS.latin)(lot)}"


def _space_page(lot: random.Random, _number: int) -> str:
    return f"/en/spaces/generated-{lot.randrange(100_000)}/"


def _space_data(lot: random.Random, _number: int) -> str:
    return f"/data/spaces.space/generated-{lot.randrange(100_000)}.json"


OPERATIONS = (
    Operation("box", _box, floor=250),
    Operation("box of a kind", _filtered_box),
    Operation("word, Latin", _words(_any(WORDS.latin)), floor=240),
    Operation("word, Latin, common", _words(_common(WORDS.latin))),
    Operation("word, Latin, rare", _words(_rare(WORDS.latin))),
    Operation("two words, common", _words(_common(WORDS.latin), _common(WORDS.latin))),
    Operation("two words, never together", _words(_common(WORDS.han), _kana)),
    Operation("word, Chinese", _words(_any(WORDS.han)), floor=125),
    Operation("two words, Chinese", _words(_common(WORDS.han), _any(WORDS.han))),
    Operation("word in a box", _words_in_box),
    Operation("facets", _facets, floor=120),
    Operation("tile, zooms 0 to 14", _tile, floor=320),
    Operation("one space as JSON", _space_data, floor=425),
    Operation("space page", _space_page, floor=75, is_page=True),
    Operation("list page", _list_page, floor=80, is_page=True),
    Operation("list page with a word", _searched_page, is_page=True),
    Operation("search page", _search_page, is_page=True),
)
